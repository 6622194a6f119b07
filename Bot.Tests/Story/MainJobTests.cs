using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

public sealed class MainJobTests
{
    [Fact]
    public async Task The_main_job_plays_on_the_shipped_sample()
    {
        using var story = new MainJob(notice: null);

        await story.PlayAsync();
    }

    [PostgresFact]
    public async Task The_main_job_plays_on_PostgreSQL()
    {
        using var story = new MainJob(notice: null, await PostgresServer.SettingsOfNewDatabaseAsync());

        await story.PlayAsync();
    }

    [RealNoticeFact]
    public async Task The_main_job_plays_on_the_real_notice_of_a_city()
    {
        using var story = new MainJob(Requirements.RealNotice("tianjin-2020.txt"));

        await story.PlayAsync();
    }
}
