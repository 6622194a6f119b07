using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Data.Calendar;

/// <summary>The holiday lists that come with the program, readable without a database.</summary>
/// <remarks>Source: 国务院办公厅关于部分节假日安排的通知, one or two a year; their numbers are in cn-holiday-years.csv.</remarks>
public static class StateCouncilHolidays
{
    private static readonly Lazy<IReadOnlyList<HolidayYear>> Lists = new(Load);

    /// <summary>2018 to 2026, by year.</summary>
    public static IReadOnlyList<HolidayYear> Years => Lists.Value;

    private static List<HolidayYear> Load()
    {
        var documents = Resource("cn-holiday-years.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .ToLookup(cells => int.Parse(cells[0], CultureInfo.InvariantCulture), cells => cells[1]);
        var read = HolidayCsv.Read(Resource("cn-holidays.csv"));
        return read.Errors is [var error, ..]
            ? throw new InvalidDataException($"cn-holidays.csv, line {error.Line}: {error.Problem} ({error.Found})")
            : read.Years.Select(year => year with { Documents = documents[year.Year].ToList() }).ToList();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(StateCouncilHolidays).Assembly.GetManifestResourceStream($"Calendar.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
