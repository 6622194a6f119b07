namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who change their mind, and put figures right, in words that were not met before.</summary>
public sealed class ContactFourthTryTests
{
    private const string Before = "2020-04-02 10:00";

    [Theory]
    [InlineData("培训人数改成126人", "来了126人|!126多")]
    [InlineData("人数改成126人", "来了126人|!126多")]
    public Task A_figure_takes_the_place_of_a_rough_one(string said, string answer) => Talk.PlayedAsync(
        Before, "unit-9: 进展：一季度办了三期培训，来了120多人 问题：无 成效：不错 下一步：继续", "120多人", $"unit-9: {said}", answer);

    [Fact]
    public Task What_is_counted_is_not_written_twice() => Talk.PlayedAsync(
        Before, "unit-2: 第二项：进展：引进青年学者15人 问题：无 成效：好 下一步：继续", "15人", "unit-2: 第二项引进的是16人 不是15", "引进青年学者16人|!16人人");

    [Fact]
    public Task The_task_to_be_reported_is_said_with_a_reason_for_the_others() => Talk.PlayedAsync(
        Before, "unit-3: 先报第三项 其他两项还在等处室", "第三项|工作进展情况|!还在等处室", "unit-3: 超算样机完成联调", "存在问题");

    [Fact]
    public Task Sections_that_are_named_are_taken_by_their_names() => Talk.PlayedAsync(
        Before, "unit-9: 填报", "工作进展情况", "unit-9: 还在弄", "存在问题", "unit-9: 进展是超算样机完成联调，问题没有，成效是性能提升20%，下一步争取国家立项", "工作进展情况：超算样机完成联调|存在问题：无|取得成效：性能提升20%|下一步工作：争取国家立项");

    [Theory]
    [InlineData("那我报：兑现资助资金200万", "!那我报")]
    [InlineData("各位好，市场监管委第一季度情况：兑现资助资金200万", "!各位好")]
    public Task Opening_words_are_no_text(string said, string answer) => Talk.PlayedAsync(
        Before, $"unit-11: {said}", "存在问题", "unit-11: 无", "取得成效", "unit-11: 标准18项", "下一步", "unit-11: 五月开新一轮", $"兑现资助资金200万|{answer}");

    [Fact]
    public Task A_reminder_is_put_off_to_another_time() => Talk.PlayedAsync(
        Before, "unit-4: 下午3点半再提醒我", "15:30", "unit-4: 算了 改明天早上9点吧", "09:00|!已撤销");

    [Fact]
    public Task A_day_given_with_the_reason_is_the_day() => Talk.PlayedAsync(
        Before, "unit-7: can we have until 9 April?", "reason", "unit-7: until 10 April, our boss has to sign it off", "2020-04-10|our boss has to sign it off|!until 10");

    [Fact]
    public Task A_nil_report_is_agreed_to_in_its_own_words() => Talk.PlayedAsync(
        Before, "unit-6: 本季无新进展", "请核对", "unit-6: 就按没进展报吧 两项都是", "已报送");
}
