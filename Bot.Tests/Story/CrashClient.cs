using System.Globalization;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>A contact of a unit with one task, who files one version after the other and remembers what PlanBot promised to have kept.</summary>
internal sealed class CrashClient(string userId)
{
    /// <summary>What was said and confirmed, oldest first; a version that was promised must be in the ledger, another may be.</summary>
    private readonly List<(string Text, bool IsPromised)> said = [];

    public int Promised => said.Count(version => version.IsPromised);

    /// <summary>Files reports until the program dies under it.</summary>
    public async Task ReportUntilItDiesAsync(RunningProgram program)
    {
        try
        {
            var client = await DirectLineClient.OpenAsync(program.Http, userId);
            while (true)
                await ReportAsync(client);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            // SIGKILL.
        }
    }

    /// <summary>What the ledger lacks of what was promised, or has that was never said; empty when it keeps its word.</summary>
    public async Task<IReadOnlyList<string>> BrokenPromisesAsync(Database database)
    {
        var obligation = (await database.QueryAsync<Guid>(
            """
            SELECT o.id FROM obligation o
              JOIN reporting_period p ON p.id = o.period_id AND p.period = '2020Q1'
              JOIN contact c ON c.unit_id = o.unit_id
              JOIN channel_identity i ON i.person_id = c.person_id AND i.user_id = @userId
            """, new { userId }, CancellationToken.None)).Single();
        var kept = (await new ProgressRepository(database).VersionsAsync(obligation, CancellationToken.None)).Select(version => version.Sections[1]).ToList();
        var lost = said.Where(version => version.IsPromised && !kept.Contains(version.Text)).Select(version => $"{userId} was promised \"{version.Text}\", which is lost");
        var invented = kept.Where(text => said.All(version => version.Text != text)).Select(text => $"{userId} never said \"{text}\"");
        var disordered = kept.Distinct().Count() == kept.Count && kept.SequenceEqual(said.Select(version => version.Text).Where(kept.Contains))
            ? []
            : new[] { $"{userId} has versions twice or out of order: {string.Join(" / ", kept)}" };
        return [.. lost, .. invented, .. disordered];
    }

    private async Task ReportAsync(DirectLineClient client)
    {
        // Whatever the last crash left half-way is left for good.
        await client.AskAsync("取消");
        var text = string.Create(CultureInfo.InvariantCulture, $"{userId}的第{said.Count + 1}稿");
        var summary = await client.AskAsync(said.Count == 0 || Promised == 0 ? $"进展：{text}\n问题：无\n成效：见进展\n下一步：继续" : $"进展改成：{text}");
        if (!summary.Contains(text, StringComparison.Ordinal))
            summary = await client.AskAsync($"进展改成：{text}"); // a version that was kept though nobody could be told
        Assert.Contains(text, summary, StringComparison.Ordinal);
        said.Add((text, false));
        var answer = await client.AskAsync("确认");
        Assert.Contains("已报送", answer, StringComparison.Ordinal);
        said[^1] = (text, true);
    }
}
