using System.Net;
using System.Net.Sockets;
using PlanBot.Commands;
using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Doctor;

/// <summary>What can be wrong with the database, the calendar, the people and this machine.</summary>
public sealed class OfficeTroubleTests : IDisposable
{
    private readonly DoctorRun doctor = new();

    public void Dispose() => doctor.Dispose();

    [Fact]
    public async Task A_small_office_is_looked_through()
    {
        await FillAsync(Ledgers.Small());
        doctor.Clock = new StoppedClock(Ledgers.At("2020-04-01 09:00"));

        var report = await doctor.ExamineAsync();

        Assert.Equal([("ok", "database"), ("ok", "plans"), ("ok", "coordinators"), ("ok", "calendar"), ("warning", "out-of-reach")], new[] { "database", "plans", "coordinators", "calendar", "reach" }.Select(report.Of));
        Assert.Contains("没有联络员的单位0个，没有绑定账号的1人，消息送不到的0人，从未打开过会话的3人", report.Chinese, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, report.Code);
    }

    [Theory]
    [InlineData("2020-04-01 09:00", "ok", "calendar")]
    [InlineData("2026-12-25 09:00", "ok", "calendar")]
    [InlineData("2026-12-28 09:00", "warning", "year-missing")] // the arrangement for 2027 may name this day
    [InlineData("2027-02-01 09:00", "warning", "year-missing")]
    public async Task The_calendar_must_hold_the_years_that_are_needed(string now, string state, string reason)
    {
        await FillAsync(Ledgers.Small());
        doctor.Clock = new StoppedClock(Ledgers.At(now));

        Assert.Equal((state, reason), (await doctor.ExamineAsync()).Of("calendar"));
    }

    [Fact]
    public async Task A_due_day_ahead_needs_its_year_before_it_comes()
    {
        var ledgers = Ledgers.Small();
        var endless = ledgers.Plan with { Reporting = ledgers.Plan.Reporting with { LastPeriod = null } };
        await FillAsync(ledgers with { Plan = endless, Period = ledgers.Period with { Period = new(2026, 3), DueOn = new(2026, 10, 13) } });
        doctor.Clock = new StoppedClock(Ledgers.At("2026-10-08 09:00"));

        var report = await doctor.ExamineAsync();

        Assert.Equal(("warning", "year-missing"), report.Of("calendar"));
        Assert.Contains("planbot calendar import 2027.csv", report.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_an_older_program_is_left_as_it_is()
    {
        using (var database = Database())
            await new Migrator(database, [.. Migration.All(Dialect.Sqlite).Take(3)], new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);

        Assert.Equal(("warning", "schema-older"), (await doctor.ExamineAsync()).Of("database"));
        using var after = Database();
        Assert.Equal(Migration.All(Dialect.Sqlite).Skip(3), await new Migrator(after, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).PendingAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("由更新版本的 PlanBot 写成", "UPDATE schema_version SET version = 9000 WHERE version = 1")]
    [InlineData("由另一版 PlanBot 建立", "UPDATE schema_version SET checksum = 'other' WHERE version = 1")]
    [InlineData("不是 PlanBot 的数据库", "DROP TABLE schema_version")]
    public async Task A_database_that_cannot_be_used_is_told_with_the_reason(string reason, string damage)
    {
        await FillAsync(Ledgers.Small());
        using (var database = Database())
            await database.WriteAsync(damage, null, CancellationToken.None);

        var report = await doctor.ExamineAsync();

        Assert.Equal((ExitCode.BadInput, ("failed", "database-unavailable")), (report.Code, report.Of("database")));
        Assert.Contains(reason, report.Chinese, StringComparison.Ordinal);
        Assert.Equal(("off", "not-looked-at"), report.Of("plans"));
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        doctor.With(("Urls", $"http://{other.LocalEndpoint}"));
        using var patience = new CancellationTokenSource();
        var turningAway = TurnAwayAsync(other, patience.Token);

        var report = await doctor.ExamineAsync();

        Assert.Equal((ExitCode.BadInput, ("failed", "port-taken")), (report.Code, report.Of("port")));
        await patience.CancelAsync();
        await turningAway;
    }

    [Theory]
    [InlineData("ok", "port-free", "http://localhost:0")]
    [InlineData("ok", "port-free", "http://*:0")]
    [InlineData("failed", "no-address", "nonsense")]
    [InlineData("failed", "port-refused", "http://203.0.113.7:80")] // an address that this machine does not have
    public async Task An_address_to_listen_on_is_tried(string state, string reason, string url)
    {
        doctor.With(("Urls", url), ("Channels:Browser:PublicUrl", "https://planbot.example.gov.cn"));

        Assert.Equal((state, reason), (await doctor.ExamineAsync()).Of("port"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told()
    {
        await File.WriteAllTextAsync(doctor.Folder.File("evidence"), "a file, and no folder");

        Assert.Equal(("failed", "evidence-unwritable"), (await doctor.ExamineAsync()).Of("evidence"));
    }

    [Fact]
    public async Task The_demo_is_warned_of()
    {
        doctor.With(("Demo:Enabled", "true"));

        Assert.Equal(("warning", "demo"), (await doctor.ExamineAsync()).Of("mode"));
    }

    [Fact]
    public async Task Without_Teams_a_public_address_may_be_plain_and_is_asked_only_whether_PlanBot_is_there()
    {
        doctor.With(("Channels:Browser:PublicUrl", "http://planbot.example.gov.cn")).Outside.Answers("planbot.example.gov.cn", 200, """{"status":"ok"}""");

        var report = await doctor.ExamineAsync();

        Assert.Equal([("public-url", "warning", "no-https"), ("public-url", "ok", "reached")], report.Findings.Where(found => found.Check == "public-url"));
        Assert.Equal(ExitCode.Done, report.Code);
    }

    private SqliteDatabase Database() => new($"Data Source={doctor.Folder.File("planbot.db")};Pooling=False");

    private async Task FillAsync(Ledgers ledgers)
    {
        using var database = Database();
        await new Migrator(database, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);
        await ledgers.StoreAsync(database);
    }

    private static async Task TurnAwayAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                (await listener.AcceptTcpClientAsync(cancellationToken)).Dispose();
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
