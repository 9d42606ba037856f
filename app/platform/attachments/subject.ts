/** What files are attached to: its kind, named by the room that owns it (`inspection`), and its id. */
export interface AttachmentSubject {
  kind: string
  id: string
}
