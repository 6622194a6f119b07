using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>终端老旧到底有多少台, right after a report was read: a question about what it says, answered with its own words and nothing beside them.</summary>
public sealed class ReadOnAnswers(ILedgerQuery ledger, IProgressRepository progress)
{
    /// <summary>Characters in a row that the question must share with the report.</summary>
    private const int FewestShared = 3;

    /// <summary>A rule as sure as this knows better.</summary>
    private const double Sure = 0.6;

    /// <param name="before">What was spoken of last; null when that is long ago.</param>
    /// <returns>Null when the words ask something else.</returns>
    public async Task<Reply?> AnswerAsync(Turn turn, Focus? before, CancellationToken cancellationToken)
    {
        var said = turn.Said;
        if (before is not { Intent: Intent.ReadReport, UnitId: { } unit } || said.Units.Any(named => named.One?.Id != unit) || !turn.Asker.Sees(Ability.SeeOverview) || !turn.Asker.Sees(Ability.SeeUnit, unit) || !Asks.IsMatch(said.Plain)
            || (said is { IsByExample: false } && said.IsSure(Sure)) || Understand.IsDoneToUnits(said.Intent) || turn.Plans is not [var view] || view.Find(view.KeyOf(before.Period)) is not { } period)
            return null;
        var rows = await ledger.OfPeriodAsync(period.Id, unit, cancellationToken);
        var entries = (await progress.LatestAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId);
        var found = (from row in rows
                     where entries.ContainsKey(row.ObligationId)
                     from section in view.Plan.Reporting.Sections
                     let text = entries[row.ObligationId].Sections.GetValueOrDefault(section.Ordinal, "")
                     where !NothingToSay.Matches(text)
                     let shared = SharedWords.Longest(said.Plain, Spelling.Plain(text))
                     where shared >= FewestShared
                     orderby shared descending
                     select (Row: row, Section: section, Text: text, Words: SharedWords.Run(said.Plain, Spelling.Plain(text)))).ToList();
        return found is [var best, ..] ? new(ReadOnTexts.Only(best.Row, best.Section, best.Words, best.Text, turn.Language)) : null;
    }

    private static Regex Asks => field ??= new("多少|几(?:个|台|家|项|次|人|天|万|亿|成)|[?]$|(?:吗|么|呢)$|哪(?:些|个|家|里|一)|什么|啥|为何|怎么|是不是|有没有|(?<![a-z])(?:how|what|which|where|who|why|when|is|are|does|do)(?![a-z])");
}
