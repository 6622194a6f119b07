using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>The holiday list changes in the middle of a collection: what is not yet sent moves, whom it concerns is told once, and nothing is sent again.</summary>
public abstract class CalendarRevisionTests
{
    [DatabaseFact]
    public async Task What_is_to_come_moves_everybody_concerned_is_told_once_and_nothing_is_repeated()
    {
        var channel = new FakeChannel();
        await using var app = await ReminderHost.BuildAsync(Ledgers.At("2020-03-31 09:00"), channel, new Troubles(), await SettingsAsync());
        var ledgers = await Ledgers.Small().StoreAsync(app.Services.GetRequiredService<IDatabase>());
        foreach (var moment in new[] { "2020-03-31 09:00", "2020-04-01 09:00" })
            await LiveAsync(app, moment);
        var before = Steps(channel);

        // Friday 3 April is given off, so that the third working day is Tuesday after Qingming.
        var year = StateCouncilHolidays.Years.Single(list => list.Year == 2020);
        await app.Services.GetRequiredService<IHolidayRepository>().SaveAsync(year with { Days = [.. year.Days, new(new(2020, 4, 3), IsWorked: false, "清明节", 2020)] }, CancellationToken.None);
        Clock(app).Now = Ledgers.At("2020-04-01 10:00");
        // Two nodes notice it together.
        var moved = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => app.Services.GetRequiredService<RecomputeDueDates>().RunAsync(CancellationToken.None))));
        foreach (var moment in new[] { "2020-04-01 10:00", "2020-04-02 09:00", "2020-04-03 09:00", "2020-04-03 15:00", "2020-04-07 09:00", "2020-04-07 15:00" })
            await LiveAsync(app, moment);

        var only = Assert.Single(moved.SelectMany(node => node));
        Assert.Equal((new DateOnly(2020, 4, 3), new DateOnly(2020, 4, 7)), (only.OldDueOn, only.NewDueOn));
        Assert.Equal(["period-end unit-1", "period-end unit-2", "period-end unit-3", "period-over unit-1", "period-over unit-2", "period-over unit-3"], before);
        var letters = channel.Sent.Where(sent => sent.Content.Letter is MovedLetter).ToList();
        Assert.Equal(["coordinator", "unit-1", "unit-2", "unit-3"], letters.Select(letter => letter.UserId).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.Equal((new DateOnly(2020, 4, 3), new DateOnly(2020, 4, 7)), (((MovedLetter)letter.Content.Letter!).OldDueOn, ((MovedLetter)letter.Content.Letter!).NewDueOn)));
        var steps = Steps(channel);
        Assert.Equal(steps.Distinct(), steps);
        Assert.Equal(15, steps.Count); // two before, and due-1, due and due-afternoon, three people each
        Assert.All(channel.Sent.Where(sent => sent.Content.StepKey == "due"), sent => Assert.Equal(Ledgers.At("2020-04-07 09:00"), sent.Content.At));
        Assert.Empty(await app.Services.GetRequiredService<RecomputeDueDates>().RunAsync(CancellationToken.None));
        Assert.Equal(ledgers.Period.Period, only.Period);
    }

    /// <summary>An empty database.</summary>
    protected abstract Task<(string Key, string Value)[]> SettingsAsync();

    private static IReadOnlyList<string> Steps(FakeChannel channel) =>
        [.. channel.Sent.Where(sent => sent.Content.Kind == ReminderKind.Step).Select(sent => $"{sent.Content.StepKey} {sent.UserId}").Order(StringComparer.Ordinal)];

    private static StoppedClock Clock(ReminderHost app) => (StoppedClock)app.Services.GetRequiredService<TimeProvider>();

    private static async Task LiveAsync(ReminderHost app, string moment)
    {
        Clock(app).Now = Ledgers.At(moment);
        await app.Services.GetRequiredService<DealWithDue>().RunAsync(CancellationToken.None);
    }
}

public sealed class CalendarRevisionOnSqlite : CalendarRevisionTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<(string Key, string Value)[]> SettingsAsync() =>
        Task.FromResult<(string, string)[]>([("ConnectionStrings:PlanBot", $"Data Source={folder.File("planbot.db")}")]);
}

public sealed class CalendarRevisionOnPostgres : CalendarRevisionTests
{
    protected override async Task<(string Key, string Value)[]> SettingsAsync() => [("Database:Provider", "postgres"), ("ConnectionStrings:PlanBot", await PostgresServer.CreateDatabaseAsync())];
}
