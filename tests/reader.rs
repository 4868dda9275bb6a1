//! The reader on small files: every fault as it is shown, files from the disk, and the graph that comes out.

mod support;

#[path = "reader/disk.rs"]
mod disk;
#[path = "reader/faults.rs"]
mod faults;
#[path = "reader/graph.rs"]
mod graph;
#[path = "reader/robust.rs"]
mod robust;
