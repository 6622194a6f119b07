namespace PlanBot.Tests.Story;

public sealed class DingTalkMainJobTests
{
    [Theory]
    [InlineData("Http")]
    [InlineData("Stream")]
    public async Task The_main_job_plays_over_DingTalk_whatever_breaks_on_the_way(string mode)
    {
        await using var story = new DingTalkMainJob(mode);

        await story.PlayAsync();
    }
}
