$version: "2.0"
namespace com.example

@documentation("""
    Tea
    """)
string Closed

@documentation("Tea)
string Open
