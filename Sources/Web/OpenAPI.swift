import WebCore
import Wire

/// The description of the API that is served with it (OpenAPI 3.1), made from the operations themselves.
public enum OpenAPI {
    /// What a program may ask before it has signed in.
    public static let entrance: [Operation] = [
        Operation(method: "post", path: "sign-in", summary: "Sign in by login and password", body: .of(SignInRequest.self), answer: .of(SignInAnswer.self))
    ]

    static func description(of operations: [Operation]) -> JSON {
        var paths: [String: [String: JSON]] = [:]
        for operation in entrance + operations { paths[template(operation.path), default: [:]][operation.method] = describe(operation) }
        return [
            "openapi": "3.1.0",
            "info": ["title": "Zvonok", "version": "1"],
            "servers": [["url": "/api/v1"]],
            "security": [["bearer": []]],
            "paths": .object(paths.mapValues(JSON.object)),
            "components": ["securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]], "schemas": ["Problem": problem]],
        ]
    }

    /// `lessons/:lesson` as `/lessons/{lesson}`.
    public static func template(_ path: String) -> String {
        path.split(separator: "/").reduce("") { $0 + "/" + ($1.hasPrefix(":") ? "{\($1.dropFirst())}" : String($1)) }
    }

    private static func describe(_ operation: Operation) -> JSON {
        var described: [String: JSON] = [
            "summary": .text(operation.summary),
            "parameters": .list(pieces(of: operation.path) + operation.query.map(query)),
            "responses": [
                "200": ["description": "Done", "content": ["application/json": ["schema": operation.answer.json]]],
                "default": ["description": "Refused", "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]]],
            ],
        ]
        if let body = operation.body { described["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.json]]] }
        return .object(described)
    }

    private static func pieces(of path: String) -> [JSON] {
        path.split(separator: "/").filter { $0.hasPrefix(":") }.map {
            ["name": .text(String($0.dropFirst())), "in": "path", "required": true, "schema": ["type": $0 == ":day" ? "string" : "integer"]]
        }
    }

    private static func query(_ parameter: Parameter) -> JSON {
        ["name": .text(parameter.name), "in": "query", "description": .text(parameter.meaning), "schema": parameter.schema.json]
    }

    private static let problem: JSON = [
        "type": "object", "description": "RFC 9457",
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"], "field": ["type": "string"], "seconds": ["type": "integer"],
            "request": ["type": "string"],
        ],
        "required": ["type", "title", "status"],
    ]
}
