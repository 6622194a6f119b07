using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>A to-do in somebody's list.</summary>
public sealed record FakeTodo(string Id, string UserId, string Key, string Subject, string Page, bool IsDone);

/// <summary>A DING that somebody got.</summary>
/// <param name="Way">1 app, 2 text message, 3 telephone.</param>
public sealed record FakeDing(string UserId, int Way, string Content);

/// <summary>DingTalk's to-dos and DINGs; it refuses what the reference says that DingTalk refuses.</summary>
public sealed class FakeErrands(FakeDingTalk fake)
{
    private const string Todos = "/v1.0/todo/users/";
    private readonly ConcurrentDictionary<string, FakeTodo> todos = [];
    private readonly ConcurrentQueue<FakeDing> dings = new();
    private int number;

    public IReadOnlyList<FakeTodo> AllTodos => [.. todos.Values.OrderBy(todo => todo.Id, StringComparer.Ordinal)];

    public IReadOnlyList<FakeDing> Dings => [.. dings];

    /// <returns>Null for what is neither.</returns>
    internal IResult? Answer(DingTalkCall call)
    {
        if (call.Path.StartsWith(Todos, StringComparison.Ordinal))
            return fake.Api.Allowed("Todo.Todo.Write") ?? AnswerTodo(call, [.. call.Path[Todos.Length..].Split('/').Select(Uri.UnescapeDataString)]);
        return call.Path switch
        {
            "/v1.0/robot/ding/send" => fake.Api.Allowed("Premium.Ding.Write") ?? Ding(call.Body),
            "/v1.0/robot/ding/recall" => fake.Api.Allowed("Premium.Ding.Write") ?? FakeOpenApi.Refuse(400, "openDingId.invalid"),
            _ => null,
        };
    }

    private IResult AnswerTodo(DingTalkCall call, string[] parts)
    {
        if (UserOf(parts[0]) is not { } user)
            return FakeOpenApi.Refuse(400, "todo.taskCreate.paramError");
        return (call.Method, parts) switch
        {
            ("POST", [_, "tasks"]) => Make(user, call.Body),
            ("GET", [_, "tasks", "sources", var key]) => todos.Values.FirstOrDefault(todo => todo.Key == key) is { } found ? Shown(found) : FakeOpenApi.Refuse(400, "paramError"),
            ("PUT", [_, "tasks", var id]) when todos.TryGetValue(id, out var known) && known.UserId == user => Change(known, call.Body),
            ("PUT", [_, "tasks", _]) => FakeOpenApi.Refuse(400, "paramError"),
            _ => FakeOpenApi.Refuse(404, "InvalidAction.NotFound"),
        };
    }

    private IResult Make(string user, JsonObject? body)
    {
        var page = body?["detailUrl"] as JsonObject;
        var isWhole = (string?)body?["subject"] is { Length: > 0 and <= 1024 } && page?["appUrl"] is not null && page["pcUrl"] is not null
            && body["executorIds"] is JsonArray { Count: > 0 and <= 100 } executors && executors.All(id => UserOf((string)id!) is not null);
        // A key that was there before makes no second one.
        if (!isWhole || todos.Values.Any(todo => todo.Key == (string?)body!["sourceId"]))
            return FakeOpenApi.Refuse(400, "todo.taskCreate.paramError");
        var todo = new FakeTodo($"task{Interlocked.Increment(ref number)}", user, (string?)body!["sourceId"] ?? "", (string)body["subject"]!, (string)page!["appUrl"]!, IsDone: false);
        todos[todo.Id] = todo;
        return Shown(todo);
    }

    private IResult Change(FakeTodo todo, JsonObject? body)
    {
        todos[todo.Id] = todo with { IsDone = (bool?)body?["done"] ?? todo.IsDone };
        return Results.Json(new { result = true });
    }

    private IResult Ding(JsonObject? body)
    {
        var way = (int?)body?["remindType"] ?? 0;
        if ((string?)body?["robotCode"] is not (FakeDingTalk.RobotCode or FakeDingTalk.AppKey))
            return FakeOpenApi.Refuse(400, "robotCode.notExsit");
        if (way is < 1 or > 3 || (string?)body["content"] is not { Length: > 0 } content || body["receiverUserIdList"] is not JsonArray { Count: > 0 } receivers || receivers.Count > (way == 1 ? 200 : 20))
            return FakeOpenApi.Refuse(400, "invalidParameter");
        var users = receivers.Select(id => (string)id!).ToList();
        foreach (var user in users.Where(fake.Api.People.ContainsKey))
            dings.Enqueue(new(user, way, content));
        return Results.Json(new { openDingId = $"ding{Interlocked.Increment(ref number)}", failedList = users.Where(user => !fake.Api.People.ContainsKey(user)).ToDictionary(user => user, _ => "notExist") });
    }

    private string? UserOf(string unionId) => fake.Api.People.Keys.FirstOrDefault(user => "union-" + user == unionId);

    private static IResult Shown(FakeTodo todo) => Results.Json(new { id = todo.Id, subject = todo.Subject, sourceId = todo.Key, done = todo.IsDone });
}
