using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>What this month has used of DingTalk's quota; up to ten seconds of it may not be written down yet.</summary>
public sealed class DingTalkQuota(IChannelRepository store, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall) : IChannelQuota
{
    public async Task<ChannelUsage> NowAsync(CancellationToken cancellationToken)
    {
        var month = DingTalkUsage.MonthOf(wall.GetUtcNow());
        return new(
            DingTalkOptions.Channel, await store.UsedAsync(DingTalkOptions.Channel, month, UsageKind.Calls, cancellationToken), options.Value.CallsPerMonth,
            await store.UsedAsync(DingTalkOptions.Channel, month, UsageKind.Messages, cancellationToken), options.Value.MessagesPerMonth, options.Value.ConfirmDelivery ? 2 : 1)
        {
            CallsPerCollection = options.Value.Todo ? 2 : 0, CostlyStep = options.Value.HasDing ? options.Value.DingStep!.Trim() : null, // a to-do is made and completed
        };
    }
}
