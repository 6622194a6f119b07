using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.Fixtures;

/// <summary>A person at the browser, as plain Direct Line 3.0 over HTTP.</summary>
public sealed class DirectLineClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient http;
    private readonly string token;
    private readonly string conversation;
    private string? watermark;

    private DirectLineClient(HttpClient http, string token, string conversation) => (this.http, this.token, this.conversation) = (http, token, conversation);

    /// <summary>Opens the lasting conversation of <paramref name="userId"/>; what stands in it counts as read.</summary>
    public static async Task<DirectLineClient> OpenAsync(HttpClient http, string userId)
    {
        var issued = await PostAsync(http, "/v3/directline/tokens/generate", new JObject { ["user"] = new JObject { ["id"] = userId } }, bearer: null);
        var token = issued.Value<string>("token")!;
        var opened = await PostAsync(http, "/v3/directline/conversations", [], token);
        var client = new DirectLineClient(http, token, opened.Value<string>("conversationId")!);
        await client.ReadNewAsync();
        return client;
    }

    /// <summary>Says something and waits for the answer: the messages of the turn, joined by line breaks.</summary>
    public async Task<string> AskAsync(string text)
    {
        await ReadNewAsync();
        return await SayAsync(new JObject { ["type"] = "message", ["text"] = text, ["locale"] = "zh-CN" });
    }

    /// <summary>Says something and does not wait for the answer.</summary>
    public async Task TellAsync(string text) => await PostAsync(
        http, $"/v3/directline/conversations/{conversation}/activities",
        new JObject { ["type"] = "message", ["text"] = text, ["from"] = new JObject { ["id"] = "me" } }, token);

    /// <summary>Says something that may be refused.</summary>
    /// <returns>The status, and of a refusal its sentence and the seconds to wait.</returns>
    public async Task<(int Status, string? Refusal, int? RetryAfter)> TryAsync(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities")
        {
            Content = JsonContent.Create(new { type = "message", text, locale = "zh-CN" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var refusal = (string?)JObject.Parse(await response.Content.ReadAsStringAsync()).SelectToken("error.message");
        return ((int)response.StatusCode, refusal, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    /// <summary>Who spoke in the lasting conversation, in order: <c>user</c> or <c>bot</c>.</summary>
    public async Task<IReadOnlyList<string>> SpeakersAsync() =>
        (await GetAsync(null)).Where(activity => activity.Value<string>("type") == "message").Select(activity => activity.SelectToken("from.role")!.Value<string>()!).ToList();

    /// <summary>Sends an activity as it is, e.g. a card's submit, and waits for the answer.</summary>
    public async Task<string> SayAsync(JObject activity)
    {
        activity["from"] = new JObject { ["id"] = "me" };
        await PostAsync(http, $"/v3/directline/conversations/{conversation}/activities", activity, token);
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Patience)
        {
            var answers = (await ReadNewAsync()).Where(IsFromBot).ToList();
            if (answers.Count > 0)
                return string.Join('\n', answers.Select(answer => answer.Value<string>("text")));
            await Task.Delay(50);
        }
        throw new TimeoutException($"No answer to {activity}");
    }

    /// <summary>Texts of the bot's messages since the last look.</summary>
    public async Task<IReadOnlyList<string>> NewMessagesAsync() =>
        (await ReadNewAsync()).Where(IsFromBot).Select(activity => activity.Value<string>("text") ?? "").ToList();

    /// <summary>Texts of all the bot's messages in the lasting conversation.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync() =>
        (await GetAsync(null)).Where(IsFromBot).Select(activity => activity.Value<string>("text") ?? "").ToList();

    /// <summary>Texts of the messages that answer nothing: what PlanBot sent of its own accord.</summary>
    public async Task<IReadOnlyList<string>> RemindersAsync() =>
        (await GetAsync(null)).Where(activity => IsFromBot(activity) && activity["replyToId"] is null)
            .Select(activity => activity.Value<string>("text") ?? "").ToList();

    private static bool IsFromBot(JObject activity) =>
        activity.Value<string>("type") == "message" && activity.SelectToken("from.role")?.Value<string>() == "bot";

    private async Task<IReadOnlyList<JObject>> ReadNewAsync() => await GetAsync(watermark);

    private async Task<IReadOnlyList<JObject>> GetAsync(string? after)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities" + (after is null ? "" : $"?watermark={after}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var set = JObject.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        watermark = set.Value<string>("watermark");
        return set["activities"]!.Cast<JObject>().ToList();
    }

    private static async Task<JObject> PostAsync(HttpClient http, string path, JObject body, string? bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToString(), System.Text.Encoding.UTF8, "application/json") };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JObject.Parse(text) : throw new HttpRequestException($"{path} answered {response.StatusCode}: {text}");
    }
}
