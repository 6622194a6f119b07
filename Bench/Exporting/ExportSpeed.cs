using System.Diagnostics;
using System.Globalization;
using PlanBot.Bench.Searching;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Sql;
using PlanBot.Exporting;
using PlanBot.Tests.Builders;
using PlanBot.Texts;

namespace PlanBot.Bench.Exporting;

/// <summary>The summary of 1,000 units with 50 tasks each (50,000 reports) in every format, against that of 100 units: time for a report, and memory at its highest.</summary>
internal static class ExportSpeed
{
    private const int Tasks = 50;
    private const int Few = 100;
    private const int Many = 1000;
    private const int Rounds = 3;

    /// <summary>Looks into memory; each stops the program.</summary>
    private const int Looks = 12;

    private static readonly (string Name, ExportFormat Format, ExportOrder Order)[] Files =
    [
        ("Word by unit", ExportFormat.Docx, ExportOrder.Unit), ("Word by task", ExportFormat.Docx, ExportOrder.Task), ("Excel", ExportFormat.Xlsx, ExportOrder.Unit),
        ("CSV", ExportFormat.Csv, ExportOrder.Unit), ("JSON", ExportFormat.Json, ExportOrder.Unit),
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        var (prose, small, large) = (new Prose(), $"{Few} units", $"{Many} units");
        await using (var demo = await FoundAsync("demo", 16))
        await using (var few = await FoundAsync("few", Few))
        await using (var many = await FoundAsync("many", Many))
        {
            foreach (var (name, format, order) in Files)
            {
                var (ofDemo, _) = await TimeAsync(demo, format, order);
                var (ofFew, _) = await TimeAsync(few, format, order);
                var (ofMany, bytes) = await TimeAsync(many, format, order);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: 16 units with {Tasks} tasks each {ofDemo.Order().First():0} ms; {large} {bytes / 1e6:0.0} MB"));
                Report.Ratio($"{name}, milliseconds for 100 units", small, ofFew, large, [.. ofMany.Select(time => time * Few / Many)]);
                await Memory.CompareAsync(name, few, many, office => WriteAsync(office, format, order), small, large, Looks);
            }
        }
        Directory.Delete(folder, recursive: true);
        return 0;

        Task<Office> FoundAsync(string name, int units) => Office.FoundAsync(
            new DatabaseOptions { Provider = "sqlite", ConnectionString = $"Data Source={Path.Combine(folder, name)}.db" }, units, 2, textOf: prose.Of, tasksOfUnit: Tasks);
    }

    private static async Task<(List<double> Times, long Bytes)> TimeAsync(Office office, ExportFormat format, ExportOrder order)
    {
        var (times, bytes) = (new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.GetTimestamp();
            bytes = await WriteAsync(office, format, order);
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }
        return (times, bytes);
    }

    /// <summary>To a file, as the page and the command do.</summary>
    private static async Task<long> WriteAsync(Office office, ExportFormat format, ExportOrder order)
    {
        await using var file = await office.Get<ExportPeriod>().ToFileAsync(
            office.Province.Plan, office.Province.Periods[^2], format, Language.Chinese, Province.EscalationDay, order, CancellationToken.None);
        return file.Length;
    }
}
