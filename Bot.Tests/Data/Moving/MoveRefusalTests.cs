using PlanBot.Data.Migrations;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Moving;

/// <summary>What is not moved, and what is said of it.</summary>
public sealed class MoveRefusalTests
{
    private static CancellationToken None => CancellationToken.None;

    [PostgresTheory]
    [InlineData("UPDATE obligation SET due_on = 'soon' WHERE round = 1", "obligation, rowid 6, due_on")]
    [InlineData("UPDATE obligation SET due_at = 7 WHERE round = 1", "obligation, rowid 6, due_at")]
    [InlineData("UPDATE person SET id = 'nobody' WHERE name = '赵磊'", "person, rowid 3, id")]
    [InlineData("UPDATE person SET name = CAST(x'E5BC' AS text) WHERE name = '赵磊'", "person, rowid 3, name")]
    [InlineData("UPDATE chat_conversation SET greeted = 2 WHERE id = 'c2'", "chat_conversation, rowid 2, greeted")]
    [InlineData("UPDATE obligation SET version = 3000000000 WHERE state = 3", "obligation, rowid 8, version")]
    public async Task A_value_that_is_not_of_its_type_is_named_by_table_row_and_column(string damage, string place)
    {
        using var office = await MoveOffice.CreateAsync();
        await DamageAsync(office, damage);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal((MoveRefusal.NotOfItsType, place), (refusal.Reason, refusal.Detail));
    }

    [PostgresTheory]
    [InlineData("UPDATE person SET phone = '139' || char(0) WHERE name = '赵磊'", "person, rowid 3, phone")]
    [InlineData("UPDATE progress_entry_section SET text = char(0) WHERE rowid = 5", "progress_entry_section, rowid 5, text")]
    public async Task A_text_that_PostgreSQL_does_not_store_is_named(string damage, string place)
    {
        using var office = await MoveOffice.CreateAsync();
        await DamageAsync(office, damage);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal((MoveRefusal.NulCharacter, place), (refusal.Reason, refusal.Detail));
    }

    [PostgresTheory]
    [InlineData("DELETE FROM unit_alias; DELETE FROM contact; DELETE FROM unit WHERE name = '各区'", "assignment id=01700000-0000-7000-8000-000000000404, assignment_unit_id_fkey")]
    [InlineData("UPDATE person SET language = 'fr' WHERE name = '周涛'", "person id=01700000-0000-7000-8000-000000000505, person_language_check")]
    [InlineData("UPDATE person SET name = NULL WHERE name = '陈静'", "person id=01700000-0000-7000-8000-000000000504, name")]
    public async Task A_row_that_breaks_a_rule_of_the_target_is_named_by_its_key(string damage, string place)
    {
        using var office = await MoveOffice.CreateAsync();
        await DamageAsync(office, damage);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal((MoveRefusal.AgainstTheRules, place), (refusal.Reason, refusal.Detail));
    }

    [PostgresFact]
    public async Task When_the_row_is_mended_the_move_goes_on()
    {
        using var office = await MoveOffice.CreateAsync();
        await DamageAsync(office, "UPDATE person SET phone = char(0) WHERE name = '赵磊'");
        await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        await office.Source.WriteAsync("UPDATE person SET phone = NULL WHERE name = '赵磊'", null, None);
        var result = await office.MoveAsync();

        Assert.NotNull(result.FinishedAt);
    }

    [PostgresTheory]
    [InlineData("UPDATE report_draft_section SET text = '改了' WHERE ordinal = 1", "report_draft_section obligation_id=01700000-0000-7000-8000-000000000705, ordinal=1: text")]
    [InlineData("DELETE FROM holiday WHERE day = '2026-12-31'", "holiday day=2026-12-31, year=2027", "holiday: 2 / 1")]
    [InlineData("INSERT INTO protection_key (name, xml) VALUES ('strange', '')", "protection_key: 1 / 2")]
    public async Task A_difference_is_told_by_table_and_key_and_the_target_stays_unfinished(string change, params string[] expected)
    {
        using var office = await MoveOffice.CreateAsync();
        var isChanged = false;

        var result = await office.MoveAsync(progress =>
        {
            if (progress.Phase != MovePhase.Checking || isChanged)
                return;
            isChanged = true;
            office.Target.WriteAsync(change, null, None).GetAwaiter().GetResult();
        });

        Assert.Equal(expected, result.Differences);
        Assert.Null(result.FinishedAt);
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new Migrator(office.Target, new StoppedClock(Ledgers.At("2020-07-09 09:00"))).RunAsync(None));
    }

    [PostgresTheory]
    [InlineData("CREATE TABLE theirs (id integer)")]
    [InlineData("CREATE VIEW theirs AS SELECT 1 AS id")]
    public async Task A_target_that_is_not_empty_is_left_alone(string theirs)
    {
        using var office = await MoveOffice.CreateAsync();
        await office.Target.WriteAsync(theirs, null, None);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal(MoveRefusal.TargetNotEmpty, refusal.Reason);
        Assert.Equal(["theirs"], await office.Target.QueryAsync<string>("SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace", null, None));
    }

    [PostgresFact]
    public async Task A_target_of_a_newer_program_is_refused_in_the_usual_words()
    {
        using var office = await MoveOffice.CreateAsync();
        await new Migrator(office.Target, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(None);
        await office.Target.WriteAsync("INSERT INTO schema_version (version, name, checksum, applied_at) VALUES (9999, 'later', '', now())", null, None);

        var refusal = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => office.MoveAsync());

        Assert.Equal(DatabaseProblem.NewerSchema, refusal.Reason);
    }

    [PostgresFact]
    public async Task What_another_source_has_begun_is_not_mixed_with_this_one()
    {
        using var office = await MoveOffice.CreateAsync();
        using var other = await MoveOffice.CreateAsync(made: Ledgers.At("2020-03-02 08:00"), target: office.TargetConnection);
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.MoveAsync(_ => throw new InvalidOperationException()));

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal(MoveRefusal.TargetNotEmpty, refusal.Reason);
    }

    [PostgresFact]
    public async Task What_another_version_has_begun_is_not_gone_on_with()
    {
        using var office = await MoveOffice.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.MoveAsync(_ => throw new InvalidOperationException()));
        await office.Target.WriteAsync("UPDATE database_move SET schema_version = schema_version - 1", null, None);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal(MoveRefusal.OtherVersion, refusal.Reason);
    }

    [PostgresFact]
    public async Task The_same_move_again_changes_nothing_even_when_the_target_has_gone_on()
    {
        using var office = await MoveOffice.CreateAsync();
        var first = await office.MoveAsync();
        await office.Target.WriteAsync("UPDATE person SET phone = '022-1'", null, None);

        var second = await office.MoveAsync();

        Assert.True(second.WasMovedBefore);
        Assert.Equal(first.FinishedAt, second.FinishedAt);
        Assert.Equal(["022-1"], (await office.Target.QueryAsync<string>("SELECT phone FROM person", null, None)).Distinct());
    }

    [PostgresFact]
    public async Task A_source_that_was_written_to_after_its_move_is_told_apart()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.MoveAsync();
        await office.Source.WriteAsync("UPDATE person SET phone = '022-1' WHERE name = '赵磊'", null, None);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => office.MoveAsync());

        Assert.Equal(MoveRefusal.SourceWentOn, refusal.Reason);
    }

    [PostgresFact]
    public async Task Two_moves_into_one_target_at_once_are_one_too_many()
    {
        using var office = await MoveOffice.CreateAsync();
        using var copy = await MoveOffice.CreateAsync(target: office.TargetConnection);
        await using var held = await MoveLock.TakeAsync(office.Target, None);

        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => copy.MoveAsync());

        Assert.Equal(MoveRefusal.AnotherRun, refusal.Reason);
    }

    [PostgresFact]
    public async Task A_source_that_is_served_is_not_moved_and_one_that_is_moved_is_neither_served_nor_written_to()
    {
        using var office = await MoveOffice.CreateAsync();
        using (await ServingMark.TakeAsync(office.Source, Ledgers.At("2020-07-09 09:00"), None))
            Assert.Equal(DatabaseProblem.Served, (await Assert.ThrowsAsync<DatabaseUnavailableException>(() => office.MoveAsync())).Reason);
        using var service = SqliteDatabase.At(office.Source.Place);
        var refused = new List<DatabaseProblem>();

        await office.MoveAsync(progress =>
        {
            if (refused.Count > 0)
                return;
            refused.Add(ProblemOf(async () => (await ServingMark.TakeAsync(service, Ledgers.At("2020-07-09 09:00"), None)).Dispose()));
            refused.Add(ProblemOf(() => service.WriteAsync("UPDATE person SET phone = '1'", null, None)));
        });

        Assert.Equal([DatabaseProblem.Served, DatabaseProblem.Locked], refused);
    }

    [PostgresFact]
    public async Task A_connection_that_is_cut_in_the_middle_is_made_again()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.TalkAsync(12_000);
        using var admin = new PostgresDatabase(office.TargetConnection);
        var cuts = 0;

        var result = await office.MoveAsync(progress =>
        {
            if (progress is not { Table: "chat_activity", Phase: MovePhase.Copying or MovePhase.Checking } || ++cuts > 4)
                return;
            const string cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
            admin.QueryAsync<bool>(cut, null, None).GetAwaiter().GetResult();
        });

        Assert.True(cuts > 4);
        Assert.Empty(result.Differences);
        Assert.NotNull(result.FinishedAt);
    }

    private static DatabaseProblem ProblemOf(Func<Task> work) => Assert.ThrowsAsync<DatabaseUnavailableException>(work).GetAwaiter().GetResult().Reason;

    /// <summary>What a broken disk, a wrong tool or a hand at work leaves: no rule is kept.</summary>
    private static async Task DamageAsync(MoveOffice office, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={office.Source.Place};Pooling=False");
        await connection.OpenAsync();
        TextPairs.AddTo(connection.Handle!); // or no text of a report could be written
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, 'name text NOT NULL CHECK', 'name text CHECK') WHERE name = 'person';
            PRAGMA writable_schema = RESET;
            {sql}
            """;
        await command.ExecuteNonQueryAsync();
    }
}
