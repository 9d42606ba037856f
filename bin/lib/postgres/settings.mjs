const quote = (value) => `'${String(value).replaceAll("'", "''")}'`

/** Reachable by socket only, talks about statements but never about values (SECURITY T70, T79). */
const common = (sockets) => ({
  listen_addresses: '',
  unix_socket_directories: sockets,
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  max_connections: 200,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_connections: 'on',
  log_statement: 'ddl',
  log_min_duration_statement: '2s',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
})

/** One log file a weekday, overwritten a week later. */
const kept = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: 0,
}

/** A test cluster may be lost with the machine, but not with its process: commits stay synchronous. */
const throwaway = { fsync: 'off', full_page_writes: 'off' }

/** Text of `landfall.conf`, rewritten at every start and included by postgresql.conf. */
export function settings(sockets, { disposable }) {
  const values = { ...common(sockets), ...(disposable ? throwaway : kept) }
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${quote(value)}\n`)
    .join('')
}
