using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Channels.DingTalk;

/// <summary>What became of a message for one person, of which DingTalk says only in lists that it took it for others.</summary>
internal enum SendFate
{
    /// <summary>DingTalk has accepted it, which is not yet delivered.</summary>
    Accepted = 1,

    /// <summary>There is no such person in the organisation, or no more.</summary>
    NoSuchPerson = 2,

    /// <summary>The person has had too much at a time.</summary>
    Held = 3,
}

/// <param name="QueryKey">By which DingTalk is asked what became of it; null where it gave none.</param>
internal sealed record RobotSend(SendFate Fate, string? QueryKey);

/// <summary>Writes to people by the robot API. What says the same to several people at one moment goes out as one call.</summary>
public sealed class RobotSends(DingTalkApi api, IChannelRepository store, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>People of one call.</summary>
    internal const int MostPeople = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(40);
    private static readonly IReadOnlyList<TimeSpan> Looks = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8)];

    private readonly Dictionary<(string Key, string Param), Batch> open = [];
    private readonly Dictionary<string, Task<bool?>> results = [];

    /// <exception cref="DingTalkException">Nobody got it.</exception>
    internal async Task<RobotSend> SendAsync(string userId, RobotReply reply, CancellationToken cancellationToken)
    {
        var (hash, now, civil) = (HashOf(reply.Sameness), wall.GetUtcNow(), CivilTime.Of(Plan.DefaultTimeZone));
        var day = civil.DayOf(now);
        var before = await store.TimesSaidAsync(DingTalkOptions.Channel, userId, day, hash, cancellationToken);
        var shown = before == 0 ? reply : reply.With(DingTalkTexts.Again(before + 1, civil.TimeOf(now), Languages.Of(reply.Sameness) ?? Language.Chinese));
        var answer = await Join(shown.ForApi(), userId).WaitAsync(cancellationToken);
        var fate = Contains(answer["invalidStaffIdList"], userId) ? SendFate.NoSuchPerson : Contains(answer["flowControlledStaffIdList"], userId) ? SendFate.Held : SendFate.Accepted;
        if (fate == SendFate.Accepted)
            await store.SayAsync(DingTalkOptions.Channel, userId, day, hash, cancellationToken);
        return new(fate, RobotMessage.Text(answer["processQueryKey"]));
    }

    /// <exception cref="DingTalkException">DingTalk does not take it.</exception>
    internal Task SendToGroupAsync(string conversationId, RobotReply reply, CancellationToken cancellationToken)
    {
        var (key, param) = reply.ForApi();
        return api.CallAsync(
            HttpMethod.Post, "/v1.0/robot/groupMessages/send",
            new JObject { ["robotCode"] = options.Value.RobotCode!.Trim(), ["openConversationId"] = conversationId, ["msgKey"] = key, ["msgParam"] = param }, cancellationToken);
    }

    /// <summary>Whether DingTalk has delivered what it accepted; asked once for all who got it in one call.</summary>
    /// <returns>Null when it does not say in time.</returns>
    internal async Task<bool?> IsDeliveredAsync(string queryKey, CancellationToken cancellationToken)
    {
        Task<bool?>? asking;
        lock (results)
        {
            if (!results.TryGetValue(queryKey, out asking))
                results[queryKey] = asking = AskAsync(queryKey);
        }
        try
        {
            return await asking.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (results)
                results.Remove(queryKey);
        }
    }

    private async Task<bool?> AskAsync(string queryKey)
    {
        var path = $"/v1.0/robot/oToMessages/readStatus?robotCode={Uri.EscapeDataString(options.Value.RobotCode!.Trim())}&processQueryKey={Uri.EscapeDataString(queryKey)}";
        foreach (var wait in Looks)
        {
            await Task.Delay(wait, wall);
            try
            {
                var answer = await api.CallAsync(HttpMethod.Get, path, null, CancellationToken.None);
                // DingTalk's own sample writes SUCESS.
                switch (RobotMessage.Text(answer["sendStatus"])?.ToUpperInvariant())
                {
                    case "SUCCESS" or "SUCESS":
                        return true;
                    case "FAIL" or "FAILED" or "ERROR" or "RECALLED":
                        return false;
                }
            }
            catch (Exception exception) when (exception is DingTalkException or HttpRequestException or OperationCanceledException)
            {
                // Not to know is no failure; the next look may tell.
            }
        }
        return null;
    }

    private Task<JObject> Join((string Key, string Param) message, string userId)
    {
        lock (open)
        {
            if (open.TryGetValue(message, out var batch) && batch.People.Count < MostPeople && batch.People.Add(userId))
                return batch.Answer.Task;
            batch = new Batch();
            batch.People.Add(userId);
            open[message] = batch;
            _ = SendAsync(message, batch);
            return batch.Answer.Task;
        }
    }

    /// <summary>Ends with its batch's answer, whatever happens.</summary>
    private async Task SendAsync((string Key, string Param) message, Batch batch)
    {
        try
        {
            await Task.Delay(Window, wall);
            lock (open)
            {
                if (open.GetValueOrDefault(message) == batch)
                    open.Remove(message);
            }
            var body = new JObject { ["robotCode"] = options.Value.RobotCode!.Trim(), ["userIds"] = new JArray(batch.People), ["msgKey"] = message.Key, ["msgParam"] = message.Param };
            batch.Answer.SetResult(await api.CallAsync(HttpMethod.Post, "/v1.0/robot/oToMessages/batchSend", body, CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            batch.Answer.SetException(exception); // whoever waits for it deals with it
        }
    }

    private static bool Contains(JToken? list, string userId) => list is JArray ids && ids.Any(id => RobotMessage.Text(id) == userId);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private sealed class Batch
    {
        public HashSet<string> People { get; } = [];

        public TaskCompletionSource<JObject> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
