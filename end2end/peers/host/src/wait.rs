use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

use crate::PeerError;

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until there is an answer; a question that takes longer than the limit is given up.
pub(crate) async fn until<T>(
    what: &str,
    limit: Duration,
    mut question: impl AsyncFnMut() -> Option<T>,
) -> Result<T, PeerError> {
    let end = Instant::now() + limit;
    let asking = async {
        loop {
            if let Some(answer) = question().await {
                return answer;
            }
            sleep(PAUSE).await;
        }
    };
    timeout_at(end, asking).await.map_err(|_| PeerError::TimedOut { what: what.to_owned(), limit })
}
