using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>What a contact says beside an open question: goodbyes, thanks, a day with its reason, consent that a draft waited for.</summary>
public sealed class ContactPreviewTests
{
    private const string Labelled = "进展：培训3期 问题：无 成效：200人拿证 下一步：继续";

    [Theory]
    [InlineData("great, bye")]
    [InlineData("ok thanks")]
    [InlineData("perfect, thank you so much, bye")]
    [InlineData("好的再见")]
    [InlineData("好的，谢谢，先忙了")]
    [InlineData("行，辛苦了")]
    public async Task A_yes_before_a_goodbye_is_a_yes(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:40");

        await talk.PlayAsync(
            "unit-3: I'm on leave from tomorrow. Please deal with Chen Jing from now on, chenjing@example.invalid", "confirm",
            $"unit-3: {said}", "1");

        Assert.Single(await talk.Get<IRequestRepository>().OpenAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("辛苦了")]
    [InlineData("谢谢")]
    [InlineData("thanks")]
    [InlineData("麻烦您了")]
    [InlineData("thank you very much")]
    public async Task Politeness_alone_answers_nothing(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:40");

        await talk.PlayAsync(
            "unit-4: 我下个月就退休了,以后这块由我们科的赵磊对接", "手机号",
            "unit-4: 13700001234", "哪一天",
            $"unit-4: {said}", "!没有看懂|!did not understand|赵磊",
            "unit-4: 今天", "确认");
        Assert.Empty(await talk.Get<IRequestRepository>().OpenAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("下周三吧,三家院所的数都还没给", "2020-04-08|三家院所的数都还没给")]
    [InlineData("8号，数据没报上来", "2020-04-08|数据没报上来")]
    [InlineData("到下周三，还差两家的材料", "2020-04-08|还差两家的材料")]
    [InlineData("until next Wednesday, three institutes have not sent their figures", "2020-04-08|three institutes have not sent their figures")]
    [InlineData("4月8号行吗，还有几个区没交", "2020-04-08|还有几个区没交")]
    public async Task The_day_and_the_reason_in_one_answer(string said, string preview)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:40");

        await talk.PlayAsync("unit-3: 能不能宽限几天", "哪一天", $"unit-3: {said}", preview);
    }

    [Theory]
    [InlineData("she's approved, go ahead")]
    [InlineData("boss said OK")]
    [InlineData("the director has signed it off")]
    [InlineData("confirm")]
    [InlineData("确认")]
    [InlineData("交吧")]
    [InlineData("提交")]
    [InlineData("局长看过了,同意,可以报了")]
    [InlineData("领导签字了")]
    [InlineData("我们主任说没问题")]
    public async Task A_draft_waits_for_consent(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAllAsync("unit-11", Labelled, "先别提交，得领导签字");
        await talk.MoveToAsync("2020-04-02 10:00");

        await talk.PlayAsync($"unit-11: {said}", "培训3期");
        Assert.Empty(await talk.EntriesOfAsync("unit-11"));
        await talk.PlayAsync("unit-11: confirm", "1");

        Assert.Single(await talk.EntriesOfAsync("unit-11"));
    }

    [Theory]
    [InlineData("领导还没签字")]
    [InlineData("the boss has not approved it yet")]
    public async Task Without_consent_nothing_is_shown_to_be_filed(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAllAsync("unit-11", Labelled, "先别提交，得领导签字");

        await talk.SayAllAsync("unit-11", said, "嗯");

        Assert.Empty(await talk.EntriesOfAsync("unit-11"));
    }
}
