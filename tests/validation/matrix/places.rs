//! Where a constraint stands in requests: the way from a structure to it, as a body and as a path.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value, json};
use smithygen::report::coverage::CoverageEntry;

/// The shapes of a model, and how bodies lead to them.
pub struct Places<'m> {
    shapes: &'m Map<String, Value>,
    /// The structures that bodies are of.
    pub roots: Vec<String>,
    /// Whether members have names for JSON.
    json_names: bool,
    /// The member that leads to each shape, with the shape that has it; none for a root.
    ways: BTreeMap<String, Option<(String, String)>>,
}

/// A body with one constraint broken.
pub struct Broken {
    /// The structure that it is of.
    pub root: String,
    /// Whether it is checked, or read strictly.
    pub how: &'static str,
    /// The body.
    pub body: Value,
    /// What must be seen: the path and the id.
    due: String,
}

impl Broken {
    /// What was printed, if it does not have what must be seen.
    pub fn judge(&self, line: &str) -> Result<(), String> {
        let hidden = self.due.replace("/k", "/*");
        let seen = line.split('\t').any(|seen| seen == self.due || seen == hidden);
        if seen {
            Ok(())
        } else {
            Err(format!("{:.300} gives {line:.300}, not {}", self.body.to_string(), self.due))
        }
    }
}

/// The name of a shape without its namespace.
pub fn local_name(id: &str) -> &str {
    id.split_once('#').expect("an id").1
}

/// Whether a trait of the prelude is among these.
pub fn has(traits: &Value, name: &str) -> bool {
    traits.get(format!("smithy.api#{name}")).is_some()
}

impl<'m> Places<'m> {
    /// The places below the inputs of operations, or below all structures.
    pub fn new(model: &'m Value, all: bool) -> Self {
        let shapes = model["shapes"].as_object().expect("a model has shapes");
        let is_root = |shape: &Value| shape["type"] == "structure" && all;
        let inputs = shapes.values().filter(|shape| shape["type"] == "operation");
        let inputs = inputs.filter_map(|shape| shape["input"]["target"].as_str());
        let mut roots: Vec<String> =
            inputs.filter(|id| shapes.contains_key(*id)).map(str::to_owned).collect();
        roots.extend(shapes.iter().filter(|(_, shape)| is_root(shape)).map(|(id, _)| id.clone()));
        roots.sort();
        roots.dedup();
        let speaks = |shape: &Value| shape["traits"].get("aws.protocols#restJson1").is_some();
        let mut places =
            Self { shapes, roots, json_names: shapes.values().any(speaks), ways: BTreeMap::new() };
        places.ways = places.ways();
        places
    }

    fn ways(&self) -> BTreeMap<String, Option<(String, String)>> {
        let mut ways: BTreeMap<String, Option<(String, String)>> =
            self.roots.iter().map(|root| (root.clone(), None)).collect();
        let mut todo: VecDeque<String> = self.roots.iter().cloned().collect();
        while let Some(id) = todo.pop_front() {
            for (name, member) in self.members(&id) {
                let target = self.target(member).to_owned();
                if !ways.contains_key(&target) {
                    ways.insert(target.clone(), Some((id.clone(), name)));
                    todo.push_back(target);
                }
            }
        }
        ways
    }

    /// A shape; those of the prelude have a type alone.
    pub fn shape(&self, id: &str) -> &Value {
        self.shapes.get(id).unwrap_or(&Value::Null)
    }

    /// The type of a shape.
    pub fn kind(&self, id: &'m str) -> &'m str {
        match id.strip_prefix("smithy.api#") {
            Some("PrimitiveLong" | "Long") => "long",
            Some("PrimitiveInteger" | "Integer") => "integer",
            Some("PrimitiveBoolean" | "Boolean") => "boolean",
            Some("Unit") => "structure",
            Some("Short") => "short",
            Some("Byte") => "byte",
            Some("Float") => "float",
            Some("Double") => "double",
            Some("BigInteger") => "bigInteger",
            Some("BigDecimal") => "bigDecimal",
            Some("Blob") => "blob",
            Some("Timestamp") => "timestamp",
            Some("Document") => "document",
            Some(_) => "string",
            None => self.shapes[id]["type"].as_str().expect("a shape has a type"),
        }
    }

    /// The target of a member.
    pub fn target<'v>(&self, member: &'v Value) -> &'v str {
        member["target"].as_str().expect("a member has a target")
    }

    /// What a list holds.
    pub fn element(&self, list: &str) -> Option<String> {
        Some(self.shape(list)["member"]["target"].as_str()?.to_owned())
    }

    /// The name of a member in a body.
    pub fn wire_name(&self, name: &str, member: &Value) -> String {
        let json = member["traits"]["smithy.api#jsonName"].as_str().filter(|_| self.json_names);
        json.unwrap_or(name).to_owned()
    }

    /// The members that hold values.
    fn members(&self, id: &str) -> Vec<(String, &Value)> {
        let shape = self.shape(id);
        match shape["type"].as_str() {
            Some("structure" | "union") => shape["members"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, member)| (name.clone(), member))
                .collect(),
            Some("list" | "set" | "map") => {
                let names = ["member", "key", "value"].into_iter();
                names.filter_map(|name| Some((name.to_owned(), shape.get(name)?))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A body that breaks a constraint, if there is one.
    pub fn broken(&self, entry: &CoverageEntry) -> Option<Broken> {
        let constraint = entry.constraint.split(' ').next().expect("it has a name");
        let (shape, member) = match entry.owner.split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (entry.owner.as_str(), None),
        };
        let ids = self.ways.keys().filter(|id| local_name(id) == shape);
        ids.filter_map(|id| self.broken_at(id, member, constraint)).next()
    }

    fn broken_at(&self, id: &str, member: Option<&str>, constraint: &str) -> Option<Broken> {
        if constraint == "required" {
            let (root, body, path) = self.wrapped(id, json!({}), String::new())?;
            let due = format!("{path}/{} smithy.api#required", member?);
            return Some(Broken { root, how: "read", body, due });
        }
        let (holder, name) = match member {
            Some(member) => (id.to_owned(), member.to_owned()),
            None => self.holder(id, constraint)?,
        };
        let (_, holding) = self.members(&holder).into_iter().find(|(own, _)| *own == name)?;
        let target = self.target(holding);
        let traits = [&holding["traits"], &self.shape(target)["traits"]];
        let key = format!("smithy.api#{constraint}");
        let value = traits.iter().find_map(|traits| traits.get(&key)).unwrap_or(&Value::Null);
        let value = self.breaking(target, constraint, value)?;
        let (root, body, path) = self.within(&holder, &name, value, String::new())?;
        Some(Broken { root, how: "check", body, due: format!("{path} {key}") })
    }

    /// A member that leads to a shape and has no such constraint of its own.
    fn holder(&self, id: &str, constraint: &str) -> Option<(String, String)> {
        self.ways.keys().find_map(|holder| {
            let mut members = self.members(holder).into_iter();
            let (name, _) = members
                .find(|(_, member)| self.target(member) == id && !has(&member["traits"], constraint))?;
            Some((holder.clone(), name))
        })
    }

    /// A value of a shape, inside all that leads there: the root, the body and the path.
    fn wrapped(&self, id: &str, value: Value, path: String) -> Option<(String, Value, String)> {
        match self.ways.get(id)? {
            None => Some((id.to_owned(), value, path)),
            Some((holder, name)) => self.within(holder, name, value, path),
        }
    }

    /// The value of a member, inside its shape and all that leads there.
    fn within(
        &self,
        holder: &str,
        name: &str,
        value: Value,
        path: String,
    ) -> Option<(String, Value, String)> {
        let shape = self.shape(holder);
        let (value, step) = match (shape["type"].as_str()?, name) {
            ("list" | "set", _) => (json!([value]), "/0".to_owned()),
            // What is wrong with a key stands at the map itself.
            ("map", "key") => {
                let held = self.simple(self.target(&shape["value"]), 0);
                (json!({ value.as_str()?: held }), String::new())
            }
            ("map", _) => (json!({ "k": value }), "/k".to_owned()),
            _ => {
                let member = &shape["members"][name];
                (json!({ self.wire_name(name, member): value }), format!("/{name}"))
            }
        };
        self.wrapped(holder, value, step + &path)
    }
}
