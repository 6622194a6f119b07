using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Loads the holiday list of one or more years; the list of a year that was there before is replaced.</summary>
public sealed class ImportHolidays(IDatabase database, IHolidayRepository holidays)
{
    /// <returns>The years loaded, or what is wrong with the file; nothing is kept then.</returns>
    public async Task<HolidayCsvResult> RunAsync(byte[] file, CancellationToken cancellationToken)
    {
        var read = HolidayCsv.Read(file);
        return read.Errors.Count > 0
            ? read
            : await database.InTransactionAsync(
                async token =>
                {
                    foreach (var year in read.Years)
                        await holidays.SaveAsync(year, token);
                    return read;
                },
                cancellationToken);
    }
}
