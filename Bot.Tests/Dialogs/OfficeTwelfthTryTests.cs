using System.Text;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>What a newcomer to the office stumbles over: which plan an answer is of, who is out of reach, what has gone out already, a file of some units.</summary>
public sealed class OfficeTwelfthTryTests
{
    [Theory]
    [InlineData("智慧农业那个计划谁没报", "智慧农业|还没有开始|首期是|截止日期|!市教委|!16个单位")]
    [InlineData("智慧农业那个下次什么时候截止", "还没有开始|首期是|!2020-04-03")]
    [InlineData("云河县的报送率", "还没有开始|!35项")]
    [InlineData("智慧农业那个计划有哪些任务", "智慧农业|项任务|县农业农村局|!市教委")]
    public async Task A_plan_that_has_not_begun_is_not_answered_of_another(string said, string answer)
    {
        await using var talk = await Talk.AfterAsync(WithLaterAsync);

        await talk.PlayAsync($"coordinator: {said}", answer, $"leader: {said}", answer);
    }

    [Theory]
    [InlineData("谁逾期了")]
    [InlineData("谁没报")]
    [InlineData("报送率")]
    [InlineData("什么时候截止")]
    [InlineData("谁报了")]
    public async Task With_several_plans_the_answer_names_its_plan(string said)
    {
        await using var talk = await Talk.AfterAsync(WithLaterAsync);

        await talk.PlayAsync($"coordinator: {said}", "《市工业和信息化局关于下达2020年新一代人工智能重点任务分工的通知》|2020年第一季度");
    }

    [Fact]
    public Task With_one_plan_it_is_not_named() => Talk.PlayedAsync("2020-04-07 09:00", "coordinator: 谁逾期了", "!《市工业和信息化局");

    [Fact]
    public async Task A_contact_learns_nothing_of_a_plan_to_come()
    {
        await using var talk = await Talk.AfterAsync(WithLaterAsync);

        await talk.PlayAsync("unit-2: 智慧农业那个计划什么时候截止", "!还没有开始|!首期");
    }

    [Fact]
    public Task Another_day_settles_the_request_for_more_time() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-13: 我们人手紧，能延到4月15号吗", "2020-04-15", "unit-13: 确认", "申请", "coordinator: 待处理的申请", "市合作交流办", "coordinator: 给合作办延到4月10号", "2020-04-10", "coordinator: 确认", "已延期|已随之办结|!还在待处理",
        "coordinator: 待处理的申请", "!市合作交流办", "coordinator: 撤销", "已撤销", "coordinator: 待处理的申请", "市合作交流办");

    [Theory]
    [InlineData("通知各单位：市教委至今没报，请大家引以为戒", "点了市教委的名")]
    [InlineData("tell everyone: Education is always late, do not be like them", "names 市教委")]
    [InlineData("通知各单位：周五下午3点在市教委开会", "!点了")]
    [InlineData("通知市教委：你们还没报，请抓紧", "!点了")]
    public Task A_notice_that_blames_a_unit_in_public(string said, string answer) => Talk.PlayedAsync("2020-04-02 10:00", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("导出金融局、人行、证监局的表格", "只含市金融局、人民银行天津分行、天津证监局|共5项|.xlsx")]
    [InlineData("export education and commerce only as excel", "Of 市教委, 市商务局 only|5")]
    [InlineData("只导出市教委的word", "只含市教委|共3项")]
    public async Task A_file_of_some_units(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 10:00");
        var replies = await talk.SendAsync("coordinator", new Microsoft.Bot.Schema.Activity { Type = "message", Text = said, Locale = "zh-CN" });
        var told = string.Join('\n', replies.Select(reply => reply.Text + string.Join(' ', (reply.Attachments ?? []).Select(file => file.Name))));

        Assert.All(answer.Split('|'), expected => Assert.Contains(expected, told, StringComparison.Ordinal));
    }

    /// <summary>On 7 April 2020, with the county's plan beside the sample, whose first period is next year.</summary>
    private static async Task<Talk> WithLaterAsync()
    {
        var talk = await Talk.StartAsync("2020-04-07 09:00");
        var notice = NoticeReader.Read(Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", "yunhe-prose.txt"))), "yunhe.txt").Notice!;
        await talk.Get<ImportNotice>().RunAsync(new NoticeImport(notice, "yunhe.txt", "1", null, null, "command"), CancellationToken.None);
        await talk.MoveToAsync("2020-04-07 09:10");
        return talk;
    }
}
