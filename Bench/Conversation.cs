using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PlanBot.Bench;

/// <summary>One identity at the browser channel, over plain Direct Line.</summary>
internal sealed class Conversation(HttpClient http, string token, string id)
{
    private string? watermark;

    public static async Task<Conversation> OpenAsync(HttpClient http, string userId)
    {
        var issued = await SendAsync(http, HttpMethod.Post, "/v3/directline/tokens/generate", null, new JObject { ["user"] = new JObject { ["id"] = userId } });
        var token = issued.Value<string>("token")!;
        var opened = await SendAsync(http, HttpMethod.Post, "/v3/directline/conversations", token, []);
        var conversation = new Conversation(http, token, opened.Value<string>("conversationId")!);
        await conversation.ReadAsync();
        return conversation;
    }

    /// <summary>Says <paramref name="text"/> and reads until the answer is there.</summary>
    public async Task AskAsync(string text)
    {
        await SayAsync(text);
        while (!(await ReadAsync()).Any(read => read.SelectToken("from.role")?.Value<string>() == "bot" && read.Value<string>("type") == "message"))
            await Task.Yield();
    }

    /// <summary>Says <paramref name="text"/>; the turn is over when it has been taken.</summary>
    public Task SayAsync(string text)
    {
        var activity = new JObject { ["type"] = "message", ["text"] = text, ["from"] = new JObject { ["id"] = "me" } };
        return SendAsync(http, HttpMethod.Post, $"/v3/directline/conversations/{id}/activities", token, activity);
    }

    private async Task<JToken> ReadAsync()
    {
        var set = await SendAsync(
            http, HttpMethod.Get, $"/v3/directline/conversations/{id}/activities" + (watermark is null ? "" : "?watermark=" + watermark), token, null);
        watermark = set.Value<string>("watermark");
        return set["activities"]!;
    }

    private static async Task<JObject> SendAsync(HttpClient http, HttpMethod method, string path, string? token, JObject? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return JObject.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }
}
