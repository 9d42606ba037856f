import { reactive } from 'vue'
import type { UploadResult } from '../pages/uploads/new.props.js'
import type { Sentence } from '../props/shared.js'
import { requestJson, xsrfToken } from './use_request.js'
import { usePath } from './use_shared.js'

export interface Upload {
  key: number
  name: string
  bytes: number
  /** Bytes that left this machine. */
  sent: number
  phase: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'
  result: UploadResult | null
  why: Sentence | null
}

const ASK_AGAIN_MILLISECONDS = 1000
const FINAL = new Set(['read', 'quarantined', 'rejected'])
const NO_CONNECTION: Sentence = { key: 'common.no_connection', params: {} }

const finished = ({ state, consignments }: UploadResult) => FINAL.has(state) && consignments.assessed >= consignments.of

/** Sends files one after the other and follows each until it is read and weighed. */
export const useUpload = (maxBytes: number) => {
  const path = usePath()
  const uploads = reactive<Upload[]>([])
  let sending = false

  const follow = async (upload: Upload) => {
    while (upload.result && !finished(upload.result)) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS))
      try {
        upload.result = await requestJson<UploadResult>('GET', path(`/uploads/${upload.result.id}`))
      } catch {
        upload.why = NO_CONNECTION
        return
      }
    }
    upload.phase = 'done'
  }

  const send = (upload: Upload, file: File) =>
    new Promise<void>((resolve) => {
      const request = new XMLHttpRequest()
      const body = new FormData()
      body.append('file', file)
      request.open('POST', path('/uploads'))
      request.setRequestHeader('Accept', 'application/json')
      request.setRequestHeader('X-XSRF-TOKEN', xsrfToken())
      request.responseType = 'json'
      request.upload.onprogress = ({ loaded }) => (upload.sent = loaded)
      request.onload = () => {
        if (request.status < 300) {
          upload.result = request.response as UploadResult
          upload.phase = 'reading'
          void follow(upload)
        } else
          fail(
            upload,
            (request.response as { message?: Sentence } | null)?.message ?? {
              key: 'common.refused_status',
              params: { status: request.status },
            }
          )
        resolve()
      }
      request.onerror = () => {
        fail(upload, NO_CONNECTION)
        resolve()
      }
      upload.phase = 'sending'
      request.send(body)
    })

  const fail = (upload: Upload, why: Sentence) => {
    upload.phase = 'failed'
    upload.why = why
  }

  const queue: { upload: Upload; file: File }[] = []
  const drain = async () => {
    if (sending) return
    sending = true
    for (let next = queue.shift(); next; next = queue.shift()) await send(next.upload, next.file)
    sending = false
  }

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      uploads.unshift({
        key: uploads.length,
        name: file.name,
        bytes: file.size,
        sent: 0,
        phase: 'waiting',
        result: null,
        why: null,
      })
      const upload = uploads[0]!
      if (file.size > maxBytes)
        fail(upload, { key: 'uploads.too_large', params: { megabytes: Math.floor(maxBytes / 1_048_576) } })
      else queue.push({ upload, file })
    }
    void drain()
  }
  return { uploads, add }
}
