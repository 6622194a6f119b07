using System.Text.Json.Nodes;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>Microsoft's client for bots (npm botframework-connector), which posts activities as one bot does to another.</summary>
internal sealed class BotbuilderCaller(Uri bot) : IAsyncDisposable
{
    private readonly NodeScript script = NodeScript.Start("caller.js");

    /// <param name="token">Null for none.</param>
    /// <returns>The body is an empty text where there is none.</returns>
    public async Task<(int Status, JsonNode Body)> PostAsync(JsonObject activity, string? token)
    {
        await script.SayAsync(new JsonObject
        {
            ["bot"] = bot.ToString(), ["appId"] = FakeTeams.AppId, ["token"] = token, ["serviceUrl"] = (string?)activity["serviceUrl"], ["activity"] = activity.DeepClone(),
        });
        var answer = await script.HearAsync();
        Assert.Null((string?)answer["error"]);
        return ((int)answer["status"]!, answer["body"]!);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();
}
