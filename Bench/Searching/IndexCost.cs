using System.Diagnostics;
using System.Globalization;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Bench.Searching;

/// <summary>What the index of the search takes: room, time of a report, and the time to fill it when a ledger is brought up to date.</summary>
internal static class IndexCost
{
    private const int WarmUp = 300;
    private const int Rounds = 500;

    public static async Task MeasureAsync(Office office)
    {
        await SizeAsync(office, "with the index as it grew");
        var contacts = new Queue<Person>(office.Province.People.Where(person => person.Contacts[0].Kind == ContactKind.Primary));
        await SubmitAsync(office, contacts, WarmUp);
        var with = await SubmitAsync(office, contacts, Rounds);
        await RunAsync(office, office.IsPostgres
            ? "DROP INDEX report_search"
            : "DROP TRIGGER report_search_add; INSERT INTO report_search (report_search) VALUES ('delete-all')");
        await office.SettleAsync();
        Report.Ratio("submitting a report of four sections, 76 characters", "without the index", await SubmitAsync(office, contacts, Rounds), "with it", with);
        var watch = Stopwatch.GetTimestamp();
        await RunAsync(office, office.IsPostgres
            ? "CREATE INDEX report_search ON progress_entry_section USING gin (text_pairs(text))"
            : """
              INSERT INTO report_search (report_search, rank) VALUES ('hashsize', 33554432);
              INSERT INTO report_search (rowid, pairs) SELECT id, text_pairs(text) FROM progress_entry_section WHERE length(text) > 1
              """);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filling the index as the migration does: {Stopwatch.GetElapsedTime(watch).TotalSeconds:0} s"));
        await SizeAsync(office, "with the index filled at once");
    }

    private static async Task SizeAsync(Office office, string what)
    {
        var (index, all) = office.IsPostgres
            ? ("SELECT pg_relation_size('report_search')", "SELECT pg_database_size(current_database())")
            : ("SELECT sum(length(block)) FROM report_search_data", "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)");
        var (part, whole) = (await office.Database.FindAsync<long>(index, null, CancellationToken.None), await office.Database.FindAsync<long>(all, null, CancellationToken.None));
        var texts = await office.Database.FindAsync<long>(office.IsPostgres ? "SELECT sum(octet_length(text)) FROM progress_entry_section" : "SELECT sum(length(CAST(text AS blob))) FROM progress_entry_section", null, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: the database {whole / 1e6:0} MB, of it the index {part / 1e6:0} MB; the texts are {texts / 1e6:0} MB"));
    }

    private static Task<int> RunAsync(Office office, string sql) => office.Database.InTransactionAsync(
        async token =>
        {
            if (office.IsPostgres)
                await office.Database.WriteAsync("SET LOCAL statement_timeout = 0", null, token);
            return await office.Database.WriteAsync(sql, null, token, Timeout.InfiniteTimeSpan);
        },
        CancellationToken.None);

    private static async Task<List<double>> SubmitAsync(Office office, Queue<Person> contacts, int rounds)
    {
        var (times, prose) = (new List<double>(), new Prose());
        for (var round = 0; round < rounds; round++)
        {
            var contact = contacts.Dequeue();
            var owed = (await office.Get<ILedgerQuery>().OfPeriodAsync(office.Province.Current.Id, contact.Contacts[0].UnitId, CancellationToken.None))[0];
            var sections = new Dictionary<int, string> { [1] = prose.Of(round), [2] = "无", [3] = "办理时间由五天减到两天。", [4] = "下季度在全市推广。" };
            var watch = Stopwatch.GetTimestamp();
            if (await office.Get<SubmitReport>().RunAsync(new Submission(contact.Id, "directline", [new(owed.ObligationId, sections, owed.Version)]), CancellationToken.None) is not SubmitResult.Filed)
                throw new InvalidOperationException("The report was refused.");
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }
        return times;
    }
}
