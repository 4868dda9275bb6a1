use codegen::pattern::*;
fn main() {
    for p in std::env::args().skip(1) {
        let t = std::time::Instant::now();
        let r = compile(&p, &Caps { steps: 400_000_000, states: 4_000_000, bytes: 1 << 30 });
        match r {
            Ok(c) => match c.check {
                Check::Table(t) => println!("{} states {} classes {}", p, t.states(), t.classes().len()),
                o => println!("{p} {o:?}"),
            },
            Err(e) => println!("{p} {e}"),
        }
        println!("{:?}", t.elapsed());
    }
}
