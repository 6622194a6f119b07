namespace PlanBot.Tests.Dialogs;

/// <summary>What a coordinating office says in words that were not met before.</summary>
public sealed class OfficeFifthTryTests
{
    private const string After = "2020-04-07 10:00";

    [Theory]
    [InlineData("现在系统里有几个计划", "1个计划|16个单位|2020年第一季度|2020-04-03|!登记了")]
    [InlineData("how many plans are there", "1 plan|16 units|Q1 2020|!problems")]
    [InlineData("show me what came in", "Q1 2020|!Which unit")]
    public Task Asked_of_the_whole(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Fact]
    public Task A_contact_sees_the_plan_that_names_the_unit() => Talk.PlayedAsync(After, "unit-9: 有哪些计划", "1个计划");

    [Fact]
    public Task An_office_that_the_plan_does_not_have_is_said_to_be_none() => Talk.PlayedAsync(After, "coordinator: 人行报了吗", "人民银行天津分行", "coordinator: 统计局呢", "统计局|!报送率");

    [Theory]
    [InlineData("tell only the late units: please report by 5 pm")]
    [InlineData("Message the overdue ones: please report by 5 pm")]
    public Task Only_those_who_are_late_are_told(string said) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点 问题：无 成效：一般 下一步：继续", "请核对", "unit-14: 确认", "已报送", "@2020-04-07 10:00", $"coordinator: {said}", "15|please report by 5 pm|!市政务服务办联络员");

    [Fact]
    public Task Hang_on_sends_nothing() => Talk.PlayedAsync(After, "coordinator: urge the health commission", "市卫生健康委", "coordinator: no hang on, they phoned me", "nothing was changed");

    [Fact]
    public Task A_new_contact_has_name_and_address_behind_the_unit() => Talk.PlayedAsync(
        After, "coordinator: add someone at the education commission, Li Lei, 13900001111 as backup", "Li Lei|13900001111|市教委|backup");

    [Theory]
    [InlineData("Please tell everyone: the portal will be down Friday 2-4pm.", "2-4pm", "actually make it 1-4pm", "Friday 1-4pm|!2-4pm")]
    [InlineData("给各单位发个消息 明天下午3点在市工信局803开调度会，请联络员参加", "明天下午3点|市教委联络员", "等下 是后天下午3点", "后天下午3点|市教委联络员|!明天")]
    public Task A_time_of_a_notice_takes_the_place_of_another(string said, string shown, string instead, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", shown, $"coordinator: {instead}", answer);

    [Theory]
    [InlineData("the caretaker wants seventeen chairs", "send it", "Not sent yet|the portal is down", "confirm", "16")]
    [InlineData("那个门口的牌子也挪一挪", "发吧", "还没有发|the portal is down", "确认", "16")]
    public Task What_was_not_understood_is_not_sent_over(string unread, string yes, string again, string sure, string sent) => Talk.PlayedAsync(
        After, "coordinator: Please tell everyone: the portal is down.", "the portal is down", $"coordinator: {unread}", "", $"coordinator: {yes}", again, $"coordinator: {sure}", sent);

    [Fact]
    public Task A_message_to_some_units_begins_with_their_names() => Talk.PlayedAsync(
        After, "coordinator: 给教委、科技局、卫健委发一条：请于明天中午前补报，领导要看", "市教委联络员|市科技局联络员|市卫生健康委联络员|!市商务局|请于明天中午前补报，领导要看", "coordinator: 再加上网信办", "市委网信办联络员");

    [Theory]
    [InlineData("算了17号太晚 改15号", "2020-04-15|!已取消")]
    [InlineData("算了 改成15号吧", "2020-04-15|!已取消")]
    public Task Another_day_after_a_word_of_doubt_is_no_cancelling(string instead, string answer) => Talk.PlayedAsync(After, "coordinator: 教委延到17号", "2020-04-17", $"coordinator: {instead}", answer);

    [Fact]
    public Task What_was_cancelled_is_a_reason() => Talk.PlayedAsync(After, "coordinator: 商务局这季度免报", "理由", "coordinator: 展会都取消了", "展会都取消了|市商务局|!已取消");

    [Fact]
    public Task One_of_two_is_left_out_by_its_wish() => Talk.PlayedAsync(
        After, "coordinator: 教委和科技局延到下周三", "市教委|市科技局|2020-04-15", "coordinator: 科技局不延了 就教委", "市教委|2020-04-15|!市科技局");

    [Theory]
    [InlineData("who's the worst?", "!responsible")]
    [InlineData("今年总共要报几次", "2020-04-03|2021-01-06")]
    [InlineData("how many times do we have to report this year", "2020-04-03|2021-01-06")]
    [InlineData("any handovers?", "!cannot be done")]
    [InlineData("商务局是不是换人了", "!尚未报送")]
    [InlineData("has the CSRC reported", "天津证监局")]
    public Task Asked_in_other_words(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Fact]
    public Task Which_of_them_is_asked_of_the_unit() => Talk.PlayedAsync(After, "coordinator: 发改委交了没", "市发展改革委", "coordinator: 交的哪项", "市发展改革委|!市教委");

    [Fact]
    public Task How_many_it_went_to_is_asked_of_what_was_sent() => Talk.PlayedAsync(After, "coordinator: 催一下教委", "市教委", "coordinator: 确认", "已", "coordinator: 刚才一共发给了几家", "市教委|!已有");

    [Theory]
    [InlineData("退回政务办的，说疫情影响没写清楚", "理由：疫情影响没写清楚\n|!说疫情")]
    [InlineData("退回政务办的，理由是缺数据", "理由：缺数据\n|!理由是")]
    public Task What_only_introduces_a_reason_is_no_part_of_it(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点 问题：无 成效：一般 下一步：继续", "请核对", "unit-14: 确认", "已报送", $"coordinator: {said}", answer);
}
