using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Callers;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>PlanBot in the private chat of a contact in Teams (29:zhang), seen from the client: words, cards, buttons, windows.</summary>
public sealed class TeamsChat : IAsyncDisposable
{
    public const string Report = "第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收";

    private TeamsChat(TeamsHost host) => Host = host;

    public TeamsHost Host { get; }

    public FakeTeams Teams => Host.Teams;

    /// <param name="coordinator">29:zhang is the coordinator instead of the contact of the first unit.</param>
    public static async Task<TeamsChat> StartAsync(bool coordinator = false, params (string Key, string? Value)[] settings)
    {
        var host = await TeamsHost.StartAsync(withEcho: false, [("Channels:Teams:FileHosts:0", "127.0.0.1"), .. settings]);
        var chat = new TeamsChat(host);
        await chat.ListAsync("object-of-zhang", coordinator ? host.Ledgers.Coordinator.Id : host.Ledgers.ContactOf(1).Id);
        return chat;
    }

    /// <summary>Puts an account on the office's list as the contact of a unit.</summary>
    public Task ListAsync(string account, int unit) => ListAsync(account, Host.Ledgers.ContactOf(unit).Id);

    public Task ListAsync(string account, Guid person) =>
        Host.Services.GetRequiredService<IContactListRepository>().ListAsync(new ListedAccount("msteams", account, person), CancellationToken.None);

    /// <returns>What was sent on that.</returns>
    public async Task<IReadOnlyList<Sent>> SayAsync(string text, string user = "29:zhang")
    {
        var from = Teams.Calls.Count;
        var (status, _) = await Host.PostAsync(Teams.Message(text, user));
        Assert.Equal(200, status);
        return Since(from);
    }

    public Task<JsonNode?> PressAsync(Sent card, string title, string user = "29:zhang") => PressAsync(card.Button(title), card.Id, user);

    /// <summary>Presses a button as a client does that knows Action.Execute.</summary>
    /// <returns>The body of the answer.</returns>
    public Task<JsonNode?> PressAsync(JsonNode button, string? cardId, string user = "29:zhang", JsonObject? inputs = null)
    {
        var data = button["data"]!.DeepClone().AsObject();
        foreach (var (name, value) in inputs ?? [])
            data[name] = value?.DeepClone();
        var action = new JsonObject { ["type"] = (string?)button["type"], ["verb"] = (string?)button["verb"], ["data"] = data };
        return InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, cardId, user);
    }

    public async Task<JsonNode?> InvokeAsync(string name, JsonNode value, string? replyTo = null, string user = "29:zhang", Action<JsonObject>? change = null)
    {
        var invoke = Teams.Message("", user, type: "invoke");
        invoke.Remove("text");
        (invoke["name"], invoke["value"], invoke["replyToId"]) = (name, value.DeepClone(), replyTo);
        change?.Invoke(invoke);
        var (status, body) = await Host.PostAsync(invoke);
        Assert.Equal(200, status);
        return body.Length == 0 ? null : JsonNode.Parse(body);
    }

    /// <summary>What went out since so many calls of the connector.</summary>
    public IReadOnlyList<Sent> Since(int calls) => [.. Teams.Calls.Select((call, index) => (call, index)).Skip(calls)
        .Where(one => one.call.Method == "POST").Select(one => new Sent("m" + (one.index + 1), one.call.Body!))];

    /// <summary>Cards that were put in the place of others: the id of the other, and the card.</summary>
    public IReadOnlyList<(string Id, string Card)> Changed() =>
        [.. Teams.Calls.Where(call => call.Method == "PUT" && call.Body is not null).Select(call => (call.Path.Split('/')[^1], call.Body!["attachments"]![0]!["content"].Json()))];

    /// <summary>Sends the reminder of the first unit's tasks.</summary>
    public async Task<Delivery> RemindAsync(int tasks = 1)
    {
        var person = Host.Ledgers.ContactOf(1);
        var identity = (await Host.Services.GetRequiredService<IPersonRepository>().IdentitiesAsync(person.Id, CancellationToken.None)).Single(one => one.Channel == "msteams");
        return await Host.Services.GetServices<IOutbound>().Single(channel => channel.Channel == "msteams").SendAsync(identity, Reminder(tasks), CancellationToken.None);
    }

    public ReminderContent Reminder(int tasks)
    {
        var (ledgers, owed) = (Host.Ledgers, Host.Ledgers.OwedBy(1)[0]);
        var items = Enumerable.Range(1, tasks).Select(task => new ReminderItem("市教委", task, null, $"第{task}项任务", "任务", owed.State, owed.DueOn, IsOverdue: false)).ToList();
        var part = new PlanReminder(ledgers.Plan, ledgers.Period.Period, ledgers.Period.DueOn, ledgers.Period.DueAt, IsProvisional: false, items, 1, 1);
        return new(Guid.CreateVersion7(), ledgers.ContactOf(1), ReminderKind.Step, "due", "zh", Ledgers.At("2020-03-31 09:00"), [part]);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A message that the bot sent, under the id that the connector gave it.</summary>
public sealed record Sent(string Id, JsonNode Body)
{
    public string Text => (string?)Body["text"] ?? "";

    /// <summary>The Adaptive Card; null when it has none.</summary>
    public JsonNode? Card => (string?)Body["attachments"]?[0]?["contentType"] == "application/vnd.microsoft.card.adaptive" ? Body["attachments"]![0]!["content"] : null;

    public JsonNode Button(string title) => Card!["actions"]!.AsArray().Single(action => (string?)action!["title"] == title)!;
}
