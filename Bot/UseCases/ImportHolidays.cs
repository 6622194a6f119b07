using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <param name="List">The years loaded, or what is wrong with the file; nothing is kept then.</param>
/// <param name="Moved">Due dates of open periods that moved or became firm by it.</param>
public sealed record ImportedHolidays(HolidayCsvResult List, IReadOnlyList<MovedDueDate> Moved);

/// <summary>Loads the holiday list of one or more years, replacing what was loaded for them, or the State Council's notice itself, and works open due dates out again.</summary>
public sealed class ImportHolidays(IDatabase database, IHolidayRepository holidays, RecomputeDueDates recomputeDueDates)
{
    /// <param name="name">Of the file; its content tells what it is.</param>
    public async Task<ImportedHolidays> RunAsync(byte[] file, string name, CancellationToken cancellationToken)
    {
        var list = NoticeLines.Of(file, name) is { } lines && HolidayNotice.IsNotice(lines) ? HolidayNotice.Read(lines, await KnownAsync(cancellationToken)) : HolidayCsv.Read(file);
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

    private async Task<IReadOnlyList<HolidayYear>> KnownAsync(CancellationToken cancellationToken)
    {
        var loaded = await holidays.AllAsync(cancellationToken);
        return [.. loaded, .. StateCouncilHolidays.Years.Where(own => loaded.All(year => year.Year != own.Year))];
    }
}
