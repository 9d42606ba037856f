import { TenantSchema } from '#database/tenant_schema'

const DELETED = [
  'officer_letters',
  'invitations',
  'grant_requests',
  'conflict_waivers',
  'officer_handovers',
  'cargo_events',
  'event_keys',
  'inspection_orders',
  'inspection_order_events',
  'inspection_findings',
  'outcomes',
]

/** What the retention classes of the other rooms may do, and what a hold keeps of theirs. */
export default class extends TenantSchema {
  async up() {
    for (const table of DELETED) this.sql(`grant delete on tenant.${table} to landfall_app`)
    for (const table of ['cargo_events', 'inspection_order_events', 'inspection_findings', 'outcomes'])
      this.sql(`grant update (note) on tenant.${table} to landfall_app`)
    // The app role may not even look where an order came from; it goes with its order.
    this.sql(`alter table tenant.inspection_order_origins
      drop constraint inspection_order_origins_tenant_id_order_id_fkey,
      add foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id) on delete cascade`)
    this
      .sql(`create function tenant.order_is_held(orders uuid, consignment uuid) returns boolean language sql stable as $$
      select tenant.consignment_is_held(consignment) or exists (
        select 1 from tenant.legal_holds where lifted_at is null and scope = 'case' and subject_id = orders) $$`)
    this.sql(`revoke all on function tenant.order_is_held(uuid, uuid) from public`)
    this.sql(`grant execute on function tenant.order_is_held(uuid, uuid) to landfall_app`)
    this.sql(`create function tenant.refuse_held_order() returns trigger language plpgsql as $$
      begin
        if tenant.order_is_held(old.id, old.consignment_id) then raise exception 'held' using errcode = 'LH001'; end if;
        return old;
      end $$`)
    this.sql(`revoke all on function tenant.refuse_held_order() from public`)
    this.sql(
      `create trigger refuse_held before delete on tenant.inspection_orders for each row execute function tenant.refuse_held_order()`
    )
  }
}
