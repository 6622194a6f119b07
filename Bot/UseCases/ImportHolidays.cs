using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <param name="List">The years loaded, or what is wrong with the file; nothing is kept then.</param>
/// <param name="Moved">Due dates of open periods that moved or became firm by it.</param>
public sealed record ImportedHolidays(HolidayCsvResult List, IReadOnlyList<MovedDueDate> Moved)
{
    /// <summary>Years that seem to be listed in part only; nothing was kept then, for working days would be reckoned wrongly. Known is null where no fuller list is there.</summary>
    public IReadOnlyList<(HolidayYear Year, HolidayYear? Known)> Partial { get; init; } = [];
}

/// <summary>Loads the holiday list of one or more years, replacing what was loaded for them, or the State Council's notice itself, and works open due dates out again.</summary>
public sealed class ImportHolidays(IDatabase database, IHolidayRepository holidays, RecomputeDueDates recomputeDueDates)
{
    /// <summary>Days off that a whole year has at the least, weekends among the holidays included.</summary>
    private const int FewestDaysOff = 20;

    /// <summary>Days off that a corrected list may have lost.</summary>
    private const int MostLost = 4;

    /// <param name="name">Of the file; its content tells what it is.</param>
    /// <param name="isConfirmed">A person has said that a list with few days is meant so.</param>
    public async Task<ImportedHolidays> RunAsync(byte[] file, string name, bool isConfirmed, CancellationToken cancellationToken)
    {
        var lines = NoticeLines.Of(file, name) is { } text && HolidayNotice.IsNotice(text) ? text : null;
        var list = lines is not null ? HolidayNotice.Read(lines, await KnownAsync(cancellationToken)) : HolidayCsv.Read(file);
        // The notice itself is accounted for day by day; of a list nothing tells that it is whole.
        if (lines is null && list.Errors.Count == 0 && !isConfirmed && await PartialAsync(list.Years, cancellationToken) is { Count: > 0 } parts)
            return new(list, []) { Partial = parts };
        return list.Errors.Count > 0
            ? new(list, [])
            : await database.InTransactionAsync<ImportedHolidays>(
                async token =>
                {
                    foreach (var year in list.Years)
                        await holidays.SaveAsync(year, token);
                    return new(list, await recomputeDueDates.RunAsync(token));
                },
                cancellationToken);
    }

    private async Task<IReadOnlyList<(HolidayYear, HolidayYear?)>> PartialAsync(IReadOnlyList<HolidayYear> years, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        return
        [
            .. years.Select(year => (Year: year, Known: known.FirstOrDefault(own => own.Year == year.Year && DaysOff(own) > DaysOff(year) + MostLost)))
                .Where(pair => pair.Known is not null || DaysOff(pair.Year) < FewestDaysOff),
        ];
    }

    private static int DaysOff(HolidayYear year) => year.Days.Count(day => !day.IsWorked);

    private async Task<IReadOnlyList<HolidayYear>> KnownAsync(CancellationToken cancellationToken)
    {
        var loaded = await holidays.AllAsync(cancellationToken);
        return [.. loaded, .. StateCouncilHolidays.Years.Where(own => loaded.All(year => year.Year != own.Year))];
    }
}
