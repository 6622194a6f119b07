using System.Globalization;
using PlanBot.Data.Moving;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Commands;

/// <summary>What the command says of a wrong order, before any database is opened.</summary>
public sealed class MigrateDatabaseCommandTests : IDisposable
{
    private const string Server = "Host=127.0.0.1;Port=1;Database=planbot;Username=planbot;Password=open sesame";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2, "--from", "--to", Server)]
    [InlineData(2, "--to", "--from", "var/planbot.db")]
    [InlineData(2, "quotes", "--from", "Data", "Source=var/planbot.db", "--to", Server)]
    [InlineData(2, "quotes", "--from", "var/planbot.db", "--to", "Host=db", "Password=open sesame")]
    [InlineData(1, "--from must be", "--from", Server, "--to", Server)]
    [InlineData(1, "--from must be", "--from", "Data Source=:memory:", "--to", Server)]
    [InlineData(1, "--to must be", "--from", "var/planbot.db", "--to", "Data Source=other.db;Password=open sesame")]
    [InlineData(1, "--to must be", "--from", "var/planbot.db", "--to", "postgres://planbot:open sesame@db/planbot")]
    [InlineData(1, "There is no file", "--from", "var/planbot.db", "--to", Server)]
    [InlineData(1, "There is no file", "--from", "Data Source=var/planbot.db", "--to", Server)]
    public async Task A_wrong_order_gets_one_line_without_the_password(int exitCode, string hint, params string[] arguments)
    {
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["migrate-database", .. arguments]);

        Assert.Equal((exitCode, ""), (code, output));
        Assert.Contains(hint, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("var"))); // nothing is made by looking
    }

    [Theory]
    [InlineData("", "holds no ledger")]
    [InlineData("Dear colleagues, this is a letter and no database at all.", "is not a PlanBot database")]
    public async Task A_file_that_is_no_ledger_is_refused(string content, string hint)
    {
        await File.WriteAllTextAsync(folder.File("other.db"), content);

        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, ["migrate-database", "--from", "other.db", "--to", Server]);

        Assert.Equal(1, code);
        Assert.Contains(hint, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(folder.File("other.db")));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_is_one_line_in_both_languages_that_says_what_it_is_about(MoveRefusal reason)
    {
        var line = MoveTexts.Explain(new MoveRefusedException(reason, "HERE"));

        Assert.Contains("HERE", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.Contains(line, letter => char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter);
        Assert.Single(Enum.GetValues<MoveRefusal>(), other => MoveTexts.Explain(new MoveRefusedException(other, "HERE")) == line);
    }

    public static TheoryData<MoveRefusal> Refusals => [.. Enum.GetValues<MoveRefusal>()];
}
