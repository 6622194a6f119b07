using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Remembers what a conversation was about last.</summary>
public sealed class FocusMemory(Memory memory, TimeProvider clock)
{
    private const string Remembered = "focus";

    /// <summary>Null when nothing was spoken of, or that is too long ago to go on from.</summary>
    public async Task<Focus?> ReadAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.ReadAsync<Focus>(context, Remembered, cancellationToken) is { } focus && focus.IsFresh(clock.GetUtcNow()) ? focus : null;

    /// <summary>What was spoken of in the last days, however long ago that is.</summary>
    public async Task<Focus?> ReadOlderAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.ReadAsync<Focus>(context, Remembered, cancellationToken) is { } focus && clock.GetUtcNow() - focus.At is var age && age >= TimeSpan.Zero && age <= Older ? focus : null;

    private static readonly TimeSpan Older = TimeSpan.FromDays(3);

    public Task KeepAsync(ITurnContext context, Focus focus, CancellationToken cancellationToken) =>
        memory.KeepAsync(context, Remembered, focus with { At = clock.GetUtcNow() }, cancellationToken);

    public Task ForgetAsync(ITurnContext context, CancellationToken cancellationToken) => memory.ForgetAsync(context, Remembered, cancellationToken);

    /// <summary>Something was done for this unit: 他们现在几号到期 means it from now on. A list that was shown can still be gone on with.</summary>
    public async Task TurnToAsync(ITurnContext context, Guid unitId, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(context, cancellationToken) ?? new Focus();
        var isList = before.Intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn;
        var turned = before.UnitId == unitId || isList ? before with { UnitId = unitId } : new Focus { Intent = Intent.UnitStatus, UnitId = unitId, Periods = before.Periods, PlanId = before.PlanId };
        await KeepAsync(context, turned, cancellationToken);
    }
}
