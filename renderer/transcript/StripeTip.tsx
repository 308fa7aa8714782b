import styles from './Transcript.module.css'

export type HoveredStripe = { x: number; y: number; name: string; color: string; coder: string; comment: string }

/** What a stripe in the margin stands for, beside the pointer. All of it is also in the list of what is coded here. */
export function StripeTip({ x, y, name, color, coder, comment }: HoveredStripe) {
  return (
    <div className={styles.tip} role="tooltip" style={{ left: x, top: y }}>
      <span className={styles.tipDot} style={{ background: color }} />
      <b>{name}</b>
      {coder !== '' && <span className={styles.tipCoder}>{coder}</span>}
      {comment !== '' && <span className={styles.tipComment}>{comment}</span>}
    </div>
  )
}
