namespace PlanBot.Tests.Dialogs;

/// <summary>Words that point at units that were shown, by how many they are, by their place, or by what is true of them; what is meant for two is never done to all.</summary>
public sealed class OfficePointingTests
{
    private static readonly string[] Partly =
    [
        "unit-2: 第一项：进展：三所高校完善方案 问题：师资紧张 成效：新增选修课九门 下一步：五月评估", "请核对", "unit-2: 确认", "已报送",
        "unit-12: 第一项：进展：组织对接两场 问题：无 成效：新增授信 下一步：再办两场", "请核对", "unit-12: 确认", "已报送",
    ];

    [Theory]
    [InlineData("Which units have sent in only part of what they owe for Q1?", "Nudge those two, just about the missing bits. Nobody else.")]
    [InlineData("交了但没交全的有谁", "这两家催一下")]
    [InlineData("哪些单位只报了一部分", "催一下他们俩")]
    public async Task Those_two_are_urged_and_nobody_else(string asked, string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(Partly);
        await talk.MoveToAsync("2020-04-07 09:40");

        await talk.PlayAsync(
            $"coordinator: {asked}", "市教委|市金融局|!市商务局",
            $"coordinator: {said}", "市教委联络员|市金融局联络员|!市商务局");
    }

    [Theory]
    [InlineData("把那三家催一下")]
    [InlineData("chase those four please")]
    [InlineData("先把这五家催了")]
    public async Task Where_the_number_fits_nothing_it_is_asked_whom(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:40");

        await talk.PlayAsync(
            "coordinator: 谁逾期了", "16个单位",
            $"coordinator: {said}", "!市教委联络员|!确认发送");
    }

    [Fact]
    public async Task Asked_whom_words_that_are_not_understood_never_come_to_mean_all()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:40");

        await talk.PlayAsync(
            "coordinator: 先把那四家催了", "要催哪个单位",
            "coordinator: 中", "要催哪个单位|!市教委联络员",
            "coordinator: 嗯", "要催哪个单位|!市教委联络员",
            "coordinator: 全部", "16人|市教委联络员");
    }

    [Fact]
    public async Task A_question_may_go_back_to_the_day_before_and_a_wish_may_not()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-16: 进展：推动机构应用 问题：无 成效：效果明显 下一步：继续推动", "请核对", "unit-16: 确认", "已报送");
        await talk.MoveToAsync("2020-04-07 10:00");
        await talk.PlayAsync("coordinator: The securities bureau's report has no figures. Send it back, I want it again by Thursday.", "2020-04-09|!I want it again", "coordinator: yes", "Done");
        await talk.MoveToAsync("2020-04-08 11:00");

        await talk.PlayAsync(
            "coordinator: accept it", "!天津证监局2020",
            "coordinator: cancel", "",
            "coordinator: anything back from them yet?", "天津证监局|0 of 1");
    }

    [Fact]
    public async Task Urging_at_night_is_said_to_be_at_night()
    {
        await using var talk = await Talk.StartAsync("2020-04-08 21:15");

        await talk.PlayAsync("coordinator: 刚散会，把没交的全催一遍", "不是工作时间|2020-04-09 08:30", "coordinator: 那先算了，明天我自己看着办", "已取消");
        await talk.MoveToAsync("2020-04-09 10:00");
        await talk.PlayAsync("coordinator: 把没交的全催一遍", "16人|!不是工作时间");
    }

    [Fact]
    public async Task A_leader_who_wants_something_undone_is_told_who_can()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 10:00");

        await talk.PlayAsync("leader: 我没同意过，改回去", "只读", "leader: 给他们统一延到10号算了", "只读|!好的");
    }

    [Fact]
    public async Task Reports_of_those_that_came_in_are_read_and_accepted_together()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-9: 进展：举办培训三期 问题：景区闭园 成效：两家上线导览 下一步：再办两期", "请核对", "unit-9: 确认", "已报送",
            "unit-16: 进展：摸排使用情况 问题：无 成效：形成台账 下一步：选两家试点", "请核对", "unit-16: 确认", "已报送");
        await talk.MoveToAsync("2020-04-03 09:30");

        await talk.PlayAsync(
            "coordinator: 还差多少", "14个单位",
            "coordinator: 已经来的那两家写得咋样，发我看看", "景区闭园|形成台账",
            "coordinator: 都行，收了吧", "市文化和旅游局|天津证监局|2个单位|审核通过",
            "coordinator: 对", "市文化和旅游局、天津证监局共2个单位|2项已审核通过");
    }

    [Fact]
    public async Task One_of_them_is_meant_by_what_is_true_of_it_or_by_its_place()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(Partly);
        await talk.MoveToAsync("2020-04-07 10:20");

        await talk.PlayAsync(
            "coordinator: 教委跟商务局谁交了谁没交", "市教委|市商务局",
            "coordinator: 一个都没交的那家联系人是谁", "市商务局：|!市教委：",
            "coordinator: 教委跟商务局什么情况", "市教委|市商务局",
            "coordinator: 催前面那家，后面那家我当面说", "市教委联络员|!市商务局");
    }

    [Theory]
    [InlineData("我们自己局交了没")]
    [InlineData("我局还差几项")]
    [InlineData("has our own bureau reported?")]
    public async Task The_offices_own_unit_is_known(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 17:00");

        await talk.PlayAsync($"coordinator: {said}", said[0] < 128 ? "市工业和信息化局|0 of 5|!市教委" : "市工业和信息化局|共5项|!市教委");
    }

    [Fact]
    public async Task A_unit_that_is_left_out_is_no_answer_to_which_unit()
    {
        await using var talk = await Talk.StartAsync("2020-04-03 10:00");

        await talk.PlayAsync(
            "coordinator: 延期到4月10号吧，疫情原因", "哪个单位",
            "coordinator: wait 人行不用，他们答应今天交", "!将对人民银行天津分行",
            "coordinator: 取消", "已取消");
    }

    [Theory]
    [InlineData("昨天早上那轮提醒发了多少人")]
    [InlineData("你到底给每家发了几条提醒")]
    [InlineData("how many reminders have they had so far?")]
    [InlineData("他们收过几次提醒了")]
    public async Task A_question_about_reminders_urges_nobody(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-08 10:00");

        await talk.PlayAsync($"coordinator: {said}", "!确认发送|!Send it?");
    }

    [Theory]
    [InlineData("他们交了是不是就不发了")]
    [InlineData("do the reminders stop once somebody reports?")]
    public async Task When_reminders_stop_is_explained(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-08 10:00");

        await talk.PlayAsync($"coordinator: {said}", said[0] < 128 ? "stop at once" : "报齐当即停发");
    }

    [Fact]
    public async Task Urgings_that_were_sent_are_counted()
    {
        await using var talk = await Talk.StartAsync("2020-04-08 10:00");

        await talk.PlayAsync(
            "coordinator: 催一下教委和商务局", "市教委联络员", "coordinator: 确认", "已催办2人",
            "coordinator: 提醒一共发了多少人", "人工催办|2人");
    }

    [Fact]
    public async Task Units_are_told_in_three_groups()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(Partly);
        await talk.MoveToAsync("2020-04-08 10:00");

        await talk.PlayAsync(
            "coordinator: 帮我分三堆：全交的、交了一部分的、一个字没有的", "已报齐0个|报了一部分2个：市教委（还差2项）|一项未报14个",
            "coordinator: split them into complete, partly in and nothing at all", "In part: 2|Nothing yet: 14");
    }

    [Fact]
    public async Task Another_unit_and_another_reason_are_taken_together()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 15:00");

        await talk.PlayAsync(
            "coordinator: 人行这季度不用报了，总行统一口径发布", "人民银行天津分行",
            "coordinator: 不对不对，说错了，是证监局，理由是证监会统一口径", "天津证监局|理由：证监会统一口径",
            "coordinator: 取消", "已取消",
            "coordinator: 金融局延到周五", "2020-04-10",
            "coordinator: 好，理由写\"已电话约定\"", "理由：已电话约定");
    }

    [Fact]
    public async Task The_words_of_a_notice_and_who_gets_it_are_changed()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-15: 进展：首批改造 问题：意愿低 成效：成功率提高 下一步：宣传", "请核对", "unit-15: 确认", "已报送");
        await talk.MoveToAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 群发：本周五晚系统维护，请各单位提前填报。", "16人",
            "coordinator: 词改一下，改成\"本周五20:00起系统维护，请于18:00前完成填报。\"", "本周五20:00起系统维护，请于18:00前完成填报。|!改成",
            "coordinator: 已经交了的就别打扰人家了", "15人|!人民银行天津分行联络员|本周五20:00起");
    }

    [Fact]
    public async Task How_a_due_day_was_found_and_who_changed_it_are_one_answer_each()
    {
        await using var talk = await Talk.StartAsync("2020-09-28 10:00");

        await talk.PlayAsync(
            "coordinator: 三季度的到底几号截止", "2020-10-12",
            "coordinator: 10号不行吗，怎么算出来的", "第三个工作日|!每个单位的每项任务",
            "coordinator: 科技局二季度延三个工作日，走不开", "市科技局", "coordinator: 取消", "已取消",
            "coordinator: 科技局那个日期谁改的、几号改的、为啥", "!截止日期：2020-10-12");
    }
}
