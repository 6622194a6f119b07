using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>A question that is open holds nobody: what is said next is taken for what it is, and what waits is repeated in one line.</summary>
public sealed class OfficeOpenQuestionTests
{
    [Theory]
    [InlineData("Development & Reform", "市发展改革委")]
    [InlineData("transport", "市交通运输委")]
    [InlineData("发改", "市发展改革委")]
    [InlineData("health commission", "市卫生健康委")]
    [InlineData("the securities bureau", "天津证监局")]
    public async Task A_short_name_answers_which_unit(string said, string unit) => await Talk.PlayedAsync(
        "2020-04-07 10:00", "coordinator: 延到15号", "哪个单位", $"coordinator: {said}", $"{unit}|2020-04-15");

    [Theory]
    [InlineData("一季度报送率多少", "报送率0.0%")]
    [InlineData("还有谁没报", "16个单位")]
    [InlineData("催一下教委", "市教委联络员")]
    [InlineData("下午三点那个提醒还发不发", "提醒")]
    [InlineData("商务局的联络员是谁", "市商务局")]
    public async Task Two_messages_that_are_no_answer_and_the_question_is_given_up(string then, string answer) => await Talk.PlayedAsync(
        "2020-04-07 10:00",
        "coordinator: 延到15号", "哪个单位",
        "coordinator: 这个那个的嘛再说", "哪个单位",
        $"coordinator: {then}", $"{answer}|!请问是哪个单位",
        "coordinator: 谢谢", "!请问是哪个单位");

    [Fact]
    public async Task What_was_shown_is_repeated_in_one_line() => await Talk.PlayedAsync(
        "2020-04-08 10:00",
        "coordinator: 把没交的全催一遍", "16人|市教委联络员|确认发送吗",
        "coordinator: 一季度报送率多少", "报送率0.0%|还有一件事待您确认：将就2020年第一季度催办16人|!市教委联络员",
        "coordinator: 发给谁", "16人|市教委联络员",
        "coordinator: 算了", "已取消",
        "coordinator: 教委延到15号", "第一项|第二项|第三项|2020-04-15",
        "coordinator: 逾期的还剩几家", "16个单位|还有一件事待您确认：将对市教委2020年第一季度的3项延期|!2020-04-15",
        "coordinator: 确认", "已延期|2020-04-15");

    [Theory]
    [InlineData("现在发不了吗 领导盯着呢")]
    [InlineData("现在能发吗")]
    [InlineData("今晚发得出去吗")]
    [InlineData("马上能不能发")]
    [InlineData("can't it go out now")]
    public async Task Whether_it_can_go_out_now_is_answered_and_sends_nothing(string asked) => await Talk.PlayedAsync(
        "2020-04-08 21:15",
        "coordinator: 刚散会，把没交的全催一遍", "16人|2020-04-09 08:30",
        $"coordinator: {asked}", "!抱歉|!Sorry|!已催办|!urged",
        "coordinator: 那先算了，明天我自己看着办", "没有做任何改动",
        "coordinator: 确定一条都没发出去哈", "没有发出任何消息");

    [Theory]
    [InlineData("确认", "已安排好，2020-04-09 08:30", 0)]
    [InlineData("发吧", "已安排好，2020-04-09 08:30", 0)]
    [InlineData("现在就发", "已催办16人", 16)]
    [InlineData("马上催", "已催办16人", 16)]
    [InlineData("不等了，现在就发吧", "已催办16人", 16)]
    [InlineData("send it now", "16 people urged", 16)]
    public async Task At_night_an_urging_goes_out_in_the_morning_or_now_where_that_is_said(string said, string answer, int atNight)
    {
        await using var talk = await Talk.StartAsync("2020-04-08 21:15");

        await talk.PlayAsync("coordinator: 把没交的全催一遍", "16人|现在不是工作时间，确认后于2020-04-09 08:30送达|现在就发", $"coordinator: {said}", answer);

        Assert.Equal(atNight, (await talk.Get<SendReminders>().RunAsync(CancellationToken.None)).Sent);
        talk.Clock.Now = Ledgers.At("2020-04-09 08:30");
        Assert.Equal(16 - atNight, (await talk.Get<SendReminders>().RunAsync(CancellationToken.None)).Sent);
    }

    [Theory]
    [InlineData("算了不打了还是你催吧语气客气点")]
    [InlineData("算了，还是你催一下吧")]
    [InlineData("不用了，你直接催吧")]
    [InlineData("算了我不打了，你催吧")]
    public async Task Nothing_being_open_what_is_wanted_instead_is_done(string said) => await Talk.PlayedAsync(
        "2020-04-07 10:20",
        "coordinator: 教委的联络员电话多少", "市教委",
        $"coordinator: {said}", "市教委联络员|确认发送吗|!市科技局联络员",
        "coordinator: 可以发", "已催办1人");
}
