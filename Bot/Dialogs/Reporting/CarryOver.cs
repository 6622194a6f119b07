using PlanBot.Data.Queries;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Puts last period's text where somebody wrote 同上季度, and what was written for the task before where it says 同上.</summary>
public sealed class CarryOver(ILedgerQuery ledger, IProgressRepository progress)
{
    /// <summary>The form with every such word replaced; a section that has nothing to be carried over is left out, to be asked for.</summary>
    public async Task<CarriedOver> RunAsync(ReportForm form, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        var repeated = new SortedSet<int>();
        form = form with { Parts = Above(form, [.. form.Sections.Select(section => section.Ordinal)], repeated) };
        if (!form.Parts.SelectMany(part => part.Texts.Values).Any(IsWanted))
            return new(form, null, [], []) { Repeated = [.. repeated] };
        var view = plans.First(plan => plan.Plan.Id == form.PlanId);
        var last = form.Key.Previous();
        var known = await TextsOfAsync(view, last, form.UnitId, cancellationToken);
        var (parts, found, missing) = (new List<FormPart>(), new SortedSet<int>(), new SortedSet<int>());
        foreach (var part in form.Parts)
        {
            var wanted = part.Texts.Where(text => IsWanted(text.Value)).Select(text => text.Key).ToList();
            if (wanted.Count == 0)
            {
                parts.Add(part);
                continue;
            }
            foreach (var ordinal in part.Ordinals)
            {
                var texts = part.Texts.Where(text => !wanted.Contains(text.Key)).ToDictionary();
                var before = known.GetValueOrDefault(form.Find(ordinal)!.TaskId);
                foreach (var section in wanted)
                {
                    if (before?.TryGetValue(section, out var text) == true)
                        texts[section] = text;
                }
                (before is null ? missing : found).Add(ordinal);
                parts.Add(part with { Ordinals = [ordinal], Texts = texts });
            }
        }
        return new(form with { Parts = parts }, last, [.. found], [.. missing]) { Repeated = [.. repeated] };
    }

    /// <summary>What counts of the period, by task.</summary>
    private async Task<Dictionary<Guid, IReadOnlyDictionary<int, string>>> TextsOfAsync(PlanView view, ReportingPeriod key, Guid unitId, CancellationToken cancellationToken)
    {
        if (view.Find(key) is not { } period)
            return [];
        var rows = (await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken)).Where(row => row.Version > 0).ToDictionary(row => row.ObligationId, row => row.TaskId);
        return (await progress.LatestAsync(rows.Keys, cancellationToken)).ToDictionary(entry => rows[entry.ObligationId], entry => entry.Sections);
    }

    /// <summary>同上 means the same section of the task before; in a report on one task, the section before.</summary>
    /// <param name="repeated">Sections of one report that repeat another, added to.</param>
    private static List<FormPart> Above(ReportForm form, IReadOnlyList<int> order, SortedSet<int> repeated)
    {
        var done = new List<FormPart>();
        foreach (var part in form.Parts)
        {
            var texts = part.Texts.ToDictionary(text => text.Key, text =>
                CarryOverWords.MeansAbove(text.Value) ? (CarryOverWords.TaskAbove(text.Value) is { } named ? form.PartOf(named)?.Texts ?? (form.Find(named) is { IsOpen: false } filed ? filed.Known : null) : done.LastOrDefault()?.Texts)?.GetValueOrDefault(text.Key) ?? text.Value : text.Value);
            foreach (var section in order.Where(section => texts.TryGetValue(section, out var text) && CarryOverWords.MeansAbove(text)))
            {
                if (order.TakeWhile(other => other != section).LastOrDefault(other => texts.TryGetValue(other, out var text) && !IsWanted(text) && !(NothingToSay.Matches(text) && CarryOverWords.MeansSaidBefore(texts[section]))) is not 0 and var before)
                {
                    texts[section] = texts[before];
                    repeated.Add(section);
                }
            }
            done.Add(part with { Texts = texts });
        }
        return done;
    }

    private static bool IsWanted(string text) => CarryOverWords.Matches(text) || CarryOverWords.MeansAbove(text);
}

/// <param name="From">The period the texts are of; null when nothing was to be carried over.</param>
/// <param name="Found">Numbers of the tasks that have a text of then.</param>
/// <param name="Missing">Numbers of those that have none.</param>
public sealed record CarriedOver(ReportForm Form, ReportingPeriod? From, IReadOnlyList<int> Found, IReadOnlyList<int> Missing)
{
    /// <summary>Sections that said 同上 and now hold the text of the section before.</summary>
    public IReadOnlyList<int> Repeated { get; init; } = [];
}
