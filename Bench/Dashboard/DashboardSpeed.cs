using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.UseCases;

namespace PlanBot.Bench.Dashboard;

/// <summary>The overview and the search against an empty page of the same server, at the demo's size and with a province's ledger behind; and reports filed while 200 dashboards are open.</summary>
internal static class DashboardSpeed
{
    private const int DemoUnits = 16;
    private const int Quarters = 20;
    private const int WarmUp = 30;
    private const int Rounds = 100;
    private const int Pages = 200;
    private const int PerSecond = 100;
    private const string Empty = "/dashboard/signedout";
    private const string Overview = "/dashboard";
    private const string Search = "/dashboard/search?q=培训";
    private static readonly TimeSpan Filing = TimeSpan.FromSeconds(10);

    public static Task<int> RunAsync(string[] arguments) => BothDatabases.RunAsync(arguments, MeasureAsync);

    private static async Task MeasureAsync(string title, int units, Func<string, Task<DatabaseOptions>> newDatabase)
    {
        await using var demo = await Office.FoundAsync(await newDatabase("demo"), DemoUnits, 1);
        await using var province = await Office.FoundAsync(await newDatabase("province"), units, Quarters);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{title}: {DemoUnits} units in one quarter, and {units} in {Quarters}"));
        await using var small = await DeskServer.StartAsync(demo);
        await using var large = await DeskServer.StartAsync(province);
        using var atSmall = await small.SignInAsync();
        using var atLarge = await large.SignInAsync();
        await PageAsync("the overview, to its first byte", HttpCompletionOption.ResponseHeadersRead, Overview, atSmall, atLarge);
        await PageAsync("the overview, to its end", HttpCompletionOption.ResponseContentRead, Overview, atSmall, atLarge);
        await PageAsync("the units, page by page", HttpCompletionOption.ResponseContentRead, "/dashboard/units?page=2", atSmall, atLarge);
        await PageAsync("two characters looked for in all reports of a quarter", HttpCompletionOption.ResponseContentRead, Search + "&period=2024Q3", atSmall, atLarge);
        await WithPagesOpenAsync(province, large, atLarge);
    }

    private static async Task PageAsync(string what, HttpCompletionOption until, string path, HttpClient small, HttpClient large)
    {
        var (empty, demo, province) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (one, two, three) = (await TimeAsync(small, Empty, until), await TimeAsync(small, path, until), await TimeAsync(large, path, until));
            if (round < 0)
                continue;
            empty.Add(one);
            demo.Add(two);
            province.Add(three);
        }
        if (until == HttpCompletionOption.ResponseContentRead)
        {
            var (light, heavy) = (await WeightAsync(small, path), await WeightAsync(large, path));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {light / 1e3:0} kB at the demo's size, {heavy / 1e3:0} kB with a province behind"));
        }
        Report.Ratio($"{what}, against an empty page", "empty", empty, "at the demo's size", demo, aim: 2);
        Report.Ratio($"{what}, with a province behind", "at the demo's size", demo, "province", province, aim: 1.2);
    }

    private static async Task<long> WeightAsync(HttpClient http, string path) => (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).LongLength;

    private static async Task<double> TimeAsync(HttpClient http, string path, HttpCompletionOption until)
    {
        var watch = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), until);
        var time = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        await answer.Content.ReadAsByteArrayAsync();
        return time;
    }

    /// <summary>Each open page does as its script does: it reads itself again when it is told of a change, and hears nothing more meanwhile.</summary>
    private static async Task WithPagesOpenAsync(Office office, DeskServer server, HttpClient http)
    {
        var contacts = new Queue<Person>(office.Province.People.Where(person => person.Contacts[0].Kind == ContactKind.Primary));
        var alone = await FileAsync(office, server, contacts);
        using var stop = new CancellationTokenSource();
        var reads = new List<double>();
        var open = Enumerable.Range(0, Pages).Select(_ => KeepOpenAsync(http, reads, stop.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
        var watched = await FileAsync(office, server, contacts);
        await stop.CancelAsync();
        await Task.WhenAll(open);
        Report.Ratio($"a report, {PerSecond} a second for {Filing.TotalSeconds:0} s", "no dashboard open", alone, $"{Pages} dashboards open", watched);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reads.Count} pages were read again meanwhile, median {reads.Order().ElementAtOrDefault(reads.Count / 2):0} ms, slowest {reads.DefaultIfEmpty().Max():0} ms"));
    }

    /// <returns>Milliseconds from the moment a report is to be filed until it is kept.</returns>
    private static async Task<IReadOnlyCollection<double>> FileAsync(Office office, DeskServer server, Queue<Person> contacts)
    {
        var sections = new Dictionary<int, string> { [1] = "完成两期培训，参训三百余人。", [2] = "无", [3] = "办理时间由五天减到两天。", [4] = "下季度在全市推广。" };
        var (begun, filing) = (Stopwatch.GetTimestamp(), new List<Task<double>>());
        while (Stopwatch.GetElapsedTime(begun) is var now && now < Filing && contacts.Count > 0)
        {
            while (filing.Count < now.TotalSeconds * PerSecond && contacts.Count > 0)
                filing.Add(OneAsync(contacts.Dequeue(), Stopwatch.GetTimestamp()));
            await Task.Delay(1);
        }
        return await Task.WhenAll(filing);

        async Task<double> OneAsync(Person contact, long due)
        {
            var owed = (await server.Get<ILedgerQuery>().OfPeriodAsync(office.Province.Current.Id, contact.Contacts[0].UnitId, CancellationToken.None))[0];
            if (await server.Get<SubmitReport>().RunAsync(new(contact.Id, "directline", [new(owed.ObligationId, sections, owed.Version)]), CancellationToken.None) is not SubmitResult.Filed)
                throw new InvalidOperationException("The report was refused.");
            return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }

    private static async Task KeepOpenAsync(HttpClient http, List<double> reads, CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/dashboard/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line != "event: changed")
                    continue;
                var time = await TimeAsync(http, Overview, HttpCompletionOption.ResponseContentRead);
                lock (reads)
                    reads.Add(time);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All pages are closed.
        }
    }
}
