using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>To-dos (待办) in people's lists. A person is the maker of their own: nobody else need be in the app's sight, and the reminder has told them already.</summary>
/// <remarks>Source: DingTalk, "add-dingtalk-to-do-task". People have another id there, which the contacts tell.</remarks>
public sealed class DingTalkTodos(DingTalkApi api, PublicAddress address, IOptions<DingTalkOptions> options)
{
    /// <summary>Characters.</summary>
    private const int LongestSubject = 1024;

    /// <summary>Makes the to-do, or finds it where it was made before.</summary>
    /// <returns>DingTalk's id of it.</returns>
    /// <exception cref="DingTalkException">DingTalk refuses.</exception>
    internal async Task<string> MakeAsync(ChannelErrand errand, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(errand.UserId, cancellationToken);
        var key = errand.Id.ToString("N");
        var page = options.Value.TodoUrl is { Length: > 0 } own ? own.Trim() : address.Address + "/chat";
        var body = new JObject
        {
            ["subject"] = errand.Words.Length <= LongestSubject ? errand.Words : errand.Words[..LongestSubject], ["sourceId"] = key, ["creatorId"] = person, ["executorIds"] = new JArray(person),
            ["dueTime"] = errand.DueAt.ToUnixTimeMilliseconds(), ["isOnlyShowExecutor"] = true, ["detailUrl"] = new JObject { ["appUrl"] = page, ["pcUrl"] = page },
        };
        try
        {
            return IdIn(await api.CallAsync(HttpMethod.Post, $"{Tasks(person)}?operatorId={Uri.EscapeDataString(person)}", body, cancellationToken, "todo"));
        }
        catch (DingTalkException refusal) when (refusal.Refusal == Refusal.Other && errand.Tries > 1)
        {
            // Perhaps for this very key there is one, of a try of which nobody heard.
            return IdIn(await api.CallAsync(HttpMethod.Get, $"{Tasks(person)}/sources/{key}", null, cancellationToken, "todo"));
        }
    }

    /// <exception cref="DingTalkException">DingTalk refuses.</exception>
    internal async Task SetDoneAsync(ChannelErrand errand, bool isDone, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(errand.UserId, cancellationToken);
        await api.CallAsync(
            HttpMethod.Put, $"{Tasks(person)}/{Uri.EscapeDataString(errand.TaskId!)}?operatorId={Uri.EscapeDataString(person)}", new JObject { ["done"] = isDone }, cancellationToken, "todo");
    }

    private static string Tasks(string person) => $"/v1.0/todo/users/{Uri.EscapeDataString(person)}/tasks";

    private static string IdIn(JObject answer) => RobotMessage.Text(answer["id"]) ?? throw new DingTalkException(200, "no task id", Refusal.Broken);

    private async Task<string> PersonAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = await api.AskContactsAsync("/topapi/v2/user/get", new JObject { ["userid"] = userId }, cancellationToken);
        return RobotMessage.Text((answer["result"] as JObject)?["unionid"]) ?? throw new DingTalkException(200, "no unionid", Refusal.Broken);
    }
}
