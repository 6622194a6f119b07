using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class HolidayRepository(IDatabase database) : IHolidayRepository
{
    public async Task<IReadOnlyList<HolidayYear>> AllAsync(CancellationToken cancellationToken)
    {
        var years = await database.QueryAsync<YearRow>("SELECT year, documents FROM holiday_year ORDER BY year", null, cancellationToken);
        var days = (await database.QueryAsync<DayRow>("SELECT day, year, is_worked, name FROM holiday ORDER BY day, year", null, cancellationToken))
            .ToLookup(row => row.Year, row => new CalendarDay(row.Day, row.IsWorked, row.Name, row.Year));
        return years.Select(row => new HolidayYear(row.Year, JsonSerializer.Deserialize<List<string>>(row.Documents)!, days[row.Year].ToList())).ToList();
    }

    public Task SaveAsync(HolidayYear year, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            const string sql = """
                INSERT INTO holiday_year (year, documents) VALUES (@Year, @Documents) ON CONFLICT (year) DO UPDATE SET documents = excluded.documents
                """;
            const string days = "INSERT INTO holiday (day, year, is_worked, name) VALUES (@Day, @YearNotice, @IsWorked, @Name)";
            await database.WriteAsync(sql, new { year.Year, Documents = JsonSerializer.Serialize(year.Documents) }, cancellation);
            await database.WriteAsync("DELETE FROM holiday WHERE year = @Year", new { year.Year }, cancellation);
            await database.WriteAsync(days, year.Days.Select(day => day with { YearNotice = year.Year }), cancellation);
        }, cancellationToken);

    private sealed record YearRow
    {
        public required int Year { get; init; }

        /// <summary>A JSON array.</summary>
        public required string Documents { get; init; }
    }

    private sealed record DayRow
    {
        public required DateOnly Day { get; init; }
        public required int Year { get; init; }
        public required bool IsWorked { get; init; }
        public required string Name { get; init; }
    }
}
