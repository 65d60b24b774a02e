//! Memory: how much of the heap is alive, and how fast one core can read.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::timing::best_of;

/// Larger than any cache of today.
const BUFFER: usize = 512 << 20;

static COUNTING: AtomicBool = AtomicBool::new(false);
static LIVE: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting only when asked to, so that times do not suffer.
#[derive(Debug)]
pub struct Counting;

#[expect(
    unsafe_code,
    reason = "an allocator cannot be written otherwise; it only passes calls on"
)]
// SAFETY: every call goes unchanged to the system's allocator, which keeps the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: the caller keeps the contract of `alloc_zeroed`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_add(size, Ordering::Relaxed);
            LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Bytes that what `make` gives keeps on the heap.
pub fn kept<T>(make: impl FnOnce() -> T) -> (usize, T) {
    // Blocks from before that are freed meanwhile must not make the count negative.
    const HEADROOM: usize = 1 << 60;
    LIVE.store(HEADROOM, Ordering::Relaxed);
    COUNTING.store(true, Ordering::Relaxed);
    let made = make();
    COUNTING.store(false, Ordering::Relaxed);
    let live = LIVE.load(Ordering::Relaxed);
    (live.saturating_sub(HEADROOM), made)
}

/// Bytes a second that one core streams out of memory: the best of several readings.
pub fn bandwidth() -> f64 {
    let buffer = vec![1_u64; BUFFER / size_of::<u64>()];
    let (seconds, _) = best_of(7, || black_box(sum(&buffer)));
    BUFFER as f64 / seconds
}

/// Several sums at once, so that reading and not adding is what it waits for.
fn sum(buffer: &[u64]) -> u64 {
    let mut sums = [0_u64; 32];
    for chunk in buffer.chunks_exact(32) {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum = sum.wrapping_add(*value);
        }
    }
    sums.iter().fold(0, |all, sum| all.wrapping_add(*sum))
}
