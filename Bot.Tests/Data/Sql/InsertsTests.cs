using PlanBot.Data.Model;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Sql;

public abstract class InsertsTests(TestDatabase store) : DatabaseTests(store)
{
    private const string Insert = """
        INSERT INTO kept (id, name, role, wanted, day, at, period)
        VALUES (@Id, @Name, @Role, @Wanted, @Day, @At, @Period)
        ON CONFLICT (id) DO NOTHING
        """;

    private static readonly Kept Full = new()
    {
        Id = new("01700000-0000-7000-8000-000000000001"), Name = "市教委", Role = PersonRole.Leader, Wanted = true, Day = new(2020, 4, 3), At = Ledgers.At("2020-04-03 09:00"), Period = new(2020, 1),
    };

    private static readonly Kept Bare = new() { Id = new("01700000-0000-7000-8000-000000000002") };

    [DatabaseFact]
    public async Task Every_kind_of_value_and_its_absence_comes_back_as_it_was()
    {
        await MakeTableAsync();

        Assert.Equal(2, await Database.InsertAsync(Insert, [Full, Bare], None));

        Assert.Equal([Full, Bare], await ReadAsync());
    }

    [DatabaseFact]
    public async Task A_column_of_nothing_but_nulls_is_accepted()
    {
        await MakeTableAsync();

        await Database.InsertAsync(Insert, [Bare], None);

        Assert.Equal([Bare], await ReadAsync());
    }

    [DatabaseFact]
    public async Task What_is_there_already_is_not_counted()
    {
        await MakeTableAsync();
        await Database.InsertAsync(Insert, [Full], None);

        Assert.Equal(1, await Database.InsertAsync(Insert, [Full with { Name = "别的" }, Bare], None));

        Assert.Equal([Full, Bare], await ReadAsync());
    }

    [DatabaseFact]
    public async Task More_rows_than_go_into_one_statement_are_all_written_or_none()
    {
        await MakeTableAsync();
        var rows = Enumerable.Range(0, 5001).Select(_ => Bare with { Id = Guid.CreateVersion7() }).ToList();

        await Assert.ThrowsAnyAsync<Exception>(() => Database.InsertAsync(Insert.Replace("ON CONFLICT (id) DO NOTHING", "", StringComparison.Ordinal), [.. rows, rows[0]], None));
        Assert.Empty(await ReadAsync());

        Assert.Equal(5001, await Database.InsertAsync(Insert, rows, None));
    }

    [DatabaseFact]
    public async Task No_rows_are_no_statement()
    {
        await MakeTableAsync();

        Assert.Equal(0, await Database.InsertAsync(Insert, Array.Empty<Kept>(), None));
    }

    private Task<int> MakeTableAsync() => Database.WriteAsync(
        "CREATE TABLE kept (id uuid PRIMARY KEY, name text, role integer, wanted boolean, day date, at timestamptz, period text)", null, None);

    private Task<IReadOnlyList<Kept>> ReadAsync() => Database.QueryAsync<Kept>("SELECT id, name, role, wanted, day, at, period FROM kept ORDER BY id", null, None);

    private sealed record Kept
    {
        public required Guid Id { get; init; }
        public string? Name { get; init; }
        public PersonRole? Role { get; init; }
        public bool? Wanted { get; init; }
        public DateOnly? Day { get; init; }
        public DateTimeOffset? At { get; init; }
        public ReportingPeriod? Period { get; init; }
    }
}
