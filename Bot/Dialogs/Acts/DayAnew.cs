using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>10号太晚，8号, right after the 10th was given: that extension is taken back and the other day given, which no extension by itself could do.</summary>
public sealed class DayAnew(RuleOnReports rule, ManyReports many)
{
    public async Task<ActStep> NextAsync(Turn turn, Wish wish, IReadOnlyList<RulingDone> given, DateOnly day, CancellationToken cancellationToken)
    {
        if (await many.ToldAsync(turn, [.. given.SelectMany(one => one.Changes)], cancellationToken) is not [var (unit, period, lines)])
            return new ActStep.Refused(ActTexts.Overtaken(turn.Language));
        // A line's new day is the one that held before the extension.
        if (lines.Any(line => day <= line.NewDueOn) || day < Days.DayOf(turn.Plans[0].Now, turn.Plans[0].Zone))
            return new ActStep.Refused(RulingTexts.Refused(RulingKind.Extend, unit, [.. lines.Select(line => (line.Ordinal, StateRefusal.NotLater))], turn.Language));
        return new ActStep.Ready(RulingTexts.Preview(RulingKind.Extend, unit, period, [.. lines.Select(line => line with { NewDueOn = day })], [], wish.Reason, turn.Language));
    }

    /// <returns>Null when something has changed since.</returns>
    public async Task<(Reply Told, RulingDone Done)?> RunAsync(Turn turn, Wish wish, IReadOnlyList<RulingDone> given, DateOnly day, CancellationToken cancellationToken)
    {
        var (person, channel) = (turn.Asker.Person.Id, turn.Asker.Channel);
        if (await many.ToldAsync(turn, [.. given.SelectMany(one => one.Changes)], cancellationToken) is not [var (unit, period, lines)] || !await rule.UndoAllAsync(given, person, channel, cancellationToken))
            return null;
        return await rule.RunAsync(new(RulingKind.Extend, [.. given.SelectMany(one => one.Changes).Select(change => change.After.Id)], day, wish.Reason), person, channel, cancellationToken) is { } done
            ? (RulingTexts.Done(RulingKind.Extend, unit, period, [.. lines.Select(line => line with { NewDueOn = day })], done.LetterId is not null, turn.Language), done with { Settled = [.. given.SelectMany(one => one.Settled)] }) : null;
    }
}
