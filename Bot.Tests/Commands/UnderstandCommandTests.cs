using PlanBot.Commands;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Commands;

/// <summary>planbot understand, as an administrator runs it.</summary>
public sealed class UnderstandCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sentence_is_shown_with_its_meaning_its_parameters_and_the_words_they_rest_on()
    {
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["understand", "延两天，因为数据没出来"]);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("Extend ", output, StringComparison.Ordinal);
        Assert.Contains("days = 2", output, StringComparison.Ordinal);
        Assert.Contains("reason = 数据没出来", output, StringComparison.Ordinal);
        Assert.Contains("by 两天 (@Days)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_labelled_utterances_is_scored_and_each_miss_is_named()
    {
        var file = Path.Combine(folder.Path, "ours.txt");
        await File.WriteAllLinesAsync(file, ["# ours", "C|谁逾期了|WhoOverdue", "C|一季度谁没报|WhoReported|period=2020Q1", "U|完成了两期培训|Report"]);

        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["understand", "evaluate", file]);

        Assert.Equal((ExitCode.BadInput, ""), (code, error));
        Assert.Contains("3: 一季度谁没报  WhoReported -> WhoMissing", output, StringComparison.Ordinal);
        Assert.Contains("2/3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_another_form_is_named_and_nothing_is_scored()
    {
        var file = Path.Combine(folder.Path, "bad.txt");
        await File.WriteAllLinesAsync(file, ["C|谁逾期了|WhoOverdue", "X|谁逾期了|WhoOverdue"]);

        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["understand", "evaluate", file, "--json"]);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("第2行", error, StringComparison.Ordinal);
    }
}
