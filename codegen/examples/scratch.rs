use codegen::pattern::*;
use std::collections::BTreeMap;
use std::time::Instant;
#[path = "../../tests/patterns/leaked.rs"]
mod leaked;
fn main() {
    let corpus: Vec<serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string("/work/shared/patterns/corpus.json").unwrap()).unwrap();
    let redos: Vec<serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string("/work/shared/patterns/redos.json").unwrap()).unwrap();
    let mut cases: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
    let mut strict: BTreeMap<String, bool> = BTreeMap::new();
    for c in &corpus {
        let p = c["pattern"].as_str().unwrap().to_owned();
        strict.insert(p.clone(), !c["node_u"].is_null());
        let e = cases.entry(p).or_default();
        if let Some(b) = c["node_u"].as_bool() {
            e.push((c["string"].as_str().unwrap().to_owned(), b));
        }
    }
    for c in &redos {
        cases
            .entry(c["pattern"].as_str().unwrap().to_owned())
            .or_default()
            .push((c["string"].as_str().unwrap().to_owned(), false));
    }
    let list: Vec<String> =
        serde_json::from_str(&std::fs::read_to_string("/tmp/w/patterns_list.json").unwrap()).unwrap();
    for p in list {
        cases.entry(p).or_default();
    }
    let (mut wrong, mut total, mut times) = (0, 0, vec![]);
    for (p, cs) in &cases {
        let t = Instant::now();
        let r = compile(p, &Caps::default());
        let took = t.elapsed();
        match &r {
            Ok(c) => {
                let b = match &c.check {
                    Check::Always => 0,
                    Check::Class { .. } => 0,
                    Check::Table(t) => t.bytes(),
                };
                let st = match &c.check {
                    Check::Table(t) => t.states(),
                    _ => 0,
                };
                times.push((took, p.clone(), st, b));
                if let Some(s) = strict.get(p) {
                    if *s != c.lenient.is_empty() {
                        println!("STRICT MISMATCH {p} {s}");
                    }
                }
                for l in &c.lenient {
                    println!("  lenient {p}: {l}");
                }
                let m = leaked::leaked(p, &c.check);
                for (s, e) in cs {
                    total += 1;
                    if m.is_match(s) != *e {
                        wrong += 1;
                        println!("WRONG {p} on {s:?} want {e}");
                    }
                }
            }
            Err(e) => {
                times.push((took, p.clone(), 0, 0));
                println!("UNCHECKED {took:?} {p}: {e}")
            }
        }
    }
    println!("{} patterns, {total} cases, {wrong} wrong", cases.len());
    times.sort();
    times.reverse();
    println!("total {:?}", times.iter().map(|t| t.0).sum::<std::time::Duration>());
    for t in times.iter().take(15) {
        println!("{:?} {} states {} bytes {}", t.0, t.2, t.3, &t.1[..t.1.len().min(150)]);
    }
}
