using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <param name="List">The years loaded, or what is wrong with the file; nothing is kept then.</param>
/// <param name="Moved">Due dates of open periods that moved or became firm by it.</param>
public sealed record ImportedHolidays(HolidayCsvResult List, IReadOnlyList<MovedDueDate> Moved);

/// <summary>Loads the holiday list of one or more years, replacing what was loaded for them, and works open due dates out again.</summary>
public sealed class ImportHolidays(IDatabase database, IHolidayRepository holidays, RecomputeDueDates recomputeDueDates)
{
    public async Task<ImportedHolidays> RunAsync(byte[] file, CancellationToken cancellationToken)
    {
        var list = HolidayCsv.Read(file);
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
}
