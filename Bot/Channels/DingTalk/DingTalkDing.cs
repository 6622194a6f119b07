using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.DingTalk;

/// <summary>DING: a call that stays on the screen until it is seen; by text message or telephone at the office's expense.</summary>
/// <remarks>Source: DingTalk, "robot-sends-nail-message".</remarks>
public sealed class DingTalkDing(DingTalkApi api, IOptions<DingTalkOptions> options)
{
    /// <returns>False where DingTalk took the call and could not reach the person.</returns>
    /// <exception cref="DingTalkException">DingTalk refuses.</exception>
    internal async Task<bool> CallAsync(ChannelErrand errand, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            HttpMethod.Post, "/v1.0/robot/ding/send",
            new JObject
            {
                ["robotCode"] = options.Value.RobotCode!.Trim(), ["remindType"] = (int)options.Value.DingWay, ["receiverUserIdList"] = new JArray(errand.UserId), ["content"] = errand.Words,
            },
            cancellationToken);
        return answer["failedList"] switch
        {
            JObject failed => failed.Count == 0,
            JArray failed => failed.Count == 0,
            _ => true,
        };
    }
}
