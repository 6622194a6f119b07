using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>第二项改了什么, 看看教委第二项的版本: who wrote which version, and what changed from one to the next.</summary>
public sealed class VersionAnswers(ILedgerQuery ledger, IProgressRepository progress, IPersonRepository people)
{
    /// <param name="unitId">Whoever calls has checked that the asker may see it.</param>
    /// <returns>Null where the unit owes nothing in that period.</returns>
    public async Task<Reply?> OfUnitAsync(Question question, Guid unitId, CancellationToken cancellationToken)
    {
        foreach (var view in question.Plans.Where(view => view.Units.Any(unit => unit.Id == unitId)))
        {
            var rows = view.Find(view.KeyOf(question.Focus.Period)) is { } period ? await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken) : [];
            if (rows.Count > 0)
                return await OfRowsAsync(question, view, rows, cancellationToken);
        }
        return null;
    }

    private async Task<Reply> OfRowsAsync(Question question, PlanView view, IReadOnlyList<LedgerRow> rows, CancellationToken cancellationToken)
    {
        var (language, unit) = (question.Language, rows[0].UnitName);
        if (question.Focus.Task is { } ordinal)
            return (ordinal == -1 ? rows[^1] : rows.FirstOrDefault(row => row.UnitTaskOrdinal == ordinal)) is { } named
                ? await OfTaskAsync(question, view, named, cancellationToken)
                : new(UnitTexts.NoSuchTask(unit, ordinal, rows.Count, language));
        var changed = rows.Where(row => row.Version > 1).ToList();
        var filed = rows.Where(row => row.Version > 0).ToList();
        if (changed.Count == 1 || filed.Count == 1 || rows.Count == 1)
            return await OfTaskAsync(question, view, changed.Count == 1 ? changed[0] : filed.Count == 1 ? filed[0] : rows[0], cancellationToken);
        return DifferenceTexts.WhichTask(unit, [.. rows.Select(row => (row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText), row.Version))], language);
    }

    private async Task<Reply> OfTaskAsync(Question question, PlanView view, LedgerRow row, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var versions = await progress.VersionsAsync(row.ObligationId, cancellationToken);
        var task = TaskNames.Full(row.UnitTaskOrdinal, row.TaskTitle, row.TaskText, language);
        if (versions.Count == 0)
            return new($"{row.UnitName} {task}\n{language.In("尚未报送。", "Nothing has been reported yet.")}");
        var authors = new Dictionary<Guid, string>();
        foreach (var author in versions.Select(version => version.AuthorId).Distinct())
            authors[author] = (await people.FindAsync(author, cancellationToken))?.Name ?? "";
        if (EarlierVersion.In(question.Said.Plain) is { } earlier)
            return OldVersion(question, view, row, versions, earlier, authors);
        var list = DifferenceTexts.Versions(row.UnitName, task, [.. versions.Select(version => (version, authors[version.AuthorId]))], view.Zone, language);
        var named = Numbered.Matches(question.Said.Plain).Select(match => Numbers.Parse(match.Groups["n"].Value) ?? 0).Where(number => versions.Any(version => version.Version == number)).Distinct().Order().ToList();
        var after = versions.First(version => version.Version == (named.Count > 0 ? named[^1] : versions[^1].Version));
        var before = named.Count > 1 ? versions.First(version => version.Version == named[0]) : versions.LastOrDefault(version => version.Version < after.Version);
        return new($"{list}\n\n{(before is null ? DifferenceTexts.OneVersion(language) : DifferenceTexts.Between(before, after, view.Plan.Reporting.Sections, language))}")
        {
            Buttons = question.Asker.Sees(Ability.Report, row.UnitId) ? [Buttons.MyReport(language), Buttons.MyTasks(language)] : [UnitTexts.Read(row.UnitName, language)],
        };
    }

    /// <summary>原先那版成效怎么写的: one version, whole or a section of it, as it was filed.</summary>
    private static Reply OldVersion(Question question, PlanView view, LedgerRow row, IReadOnlyList<ProgressEntry> versions, EarlierVersion wanted, Dictionary<Guid, string> authors)
    {
        var language = question.Language;
        var entry = wanted.Number is { } number ? versions.FirstOrDefault(version => version.Version == number) : versions.Count > 1 ? versions[^2] : null;
        var heading = $"{row.UnitName} {PeriodNames.Of(view.KeyOf(question.Focus.Period), language)}";
        var remark = entry is null ? (versions.Count > 1 ? DifferenceTexts.NoSuchVersion(versions.Count, language) : DifferenceTexts.OneVersion(language)) + "\n" : "";
        entry ??= versions[^1];
        return new(remark + UnitTexts.Report(heading, [(row, entry, authors[entry.AuthorId])], view.Plan.Reporting.Sections, question.Said.Section, view.Zone, language))
        {
            Buttons = question.Asker.Sees(Ability.Report, row.UnitId) ? [Buttons.MyReport(language), Buttons.MyTasks(language)] : [UnitTexts.Read(row.UnitName, language)], Task = row.UnitTaskOrdinal, UnitId = row.UnitId,
        };
    }

    private static Regex Numbered => field ??= new("第(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:个)?版|versions? (?<n>[0-9]{1,3})|(?<=versions? [0-9]{1,3} and )(?<n>[0-9]{1,3})");
}
