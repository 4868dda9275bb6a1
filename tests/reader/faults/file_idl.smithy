// A model in the language for people.
$version: "2"

namespace shop
