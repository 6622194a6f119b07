namespace PlanBot.Tests.Dialogs;

/// <summary>Several tasks in one conversation: each text goes to its own task and section, and what is said to the program goes nowhere.</summary>
public sealed class SectionOfTasksTests
{
    [Fact]
    public Task A_section_of_each_task_is_told_in_one_answer() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-4: 报第三项：建成数字车间8个", "第三项|存在问题",
        "unit-4: 第四项也一起：基础软件中心挂牌", "工作进展情况：基础软件中心挂牌|第三、四项",
        "unit-4: 问题第三项是改造成本高，第四项没有", "改造成本高|取得成效",
        "unit-4: 成效第三项效率提升15%，第四项引进团队2个", "第三项取得成效：效率提升15%|第四项取得成效：引进团队2个",
        "unit-4: 下一步都是继续推进", "存在问题：改造成本高\n取得成效：效率提升15%\n下一步工作：继续推进|存在问题：无\n取得成效：引进团队2个\n下一步工作：继续推进",
        "unit-4: 等一下，第四项先不报", "第三项|!第四项：", "unit-4: 确认", "已报送|第三项，共1项");

    [Theory]
    [InlineData("1: two visits planned 2: used by 5 districts 3: 1 plant built")]
    [InlineData("1. two visits planned\n2. used by 5 districts\n3. 1 plant built")]
    public Task Numbered_points_answer_for_the_tasks_that_were_asked_about(string said) => Talk.PlayedAsync(
        "2020-04-03 10:00", "unit-13: Task 1 progress: met 12 firms in Beijing. Task 2 progress: map finished. Task 3 progress: 4 projects started.", "Problems|!progress: met",
        "unit-13: none for all", "Problems: None", $"unit-13: {said}", "Next steps", "unit-13: keep going", "Results: two visits planned\n|Results: used by 5 districts\n|Results: 1 plant built\n");

    [Theory]
    [InlineData("两项成效都写：正在推进")]
    [InlineData("成效都是正在推进")]
    [InlineData("成效两项都写正在推进")]
    [InlineData("各项成效均为：正在推进")]
    public Task One_section_holds_for_all(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-7: 第一项：签了框架协议。第二项：论坛改线上", "存在问题", $"unit-7: {said}", "取得成效：正在推进|存在问题", "unit-7: 无", "下一步",
        "unit-7: 第二项下一步写 4月底定方案", "下一步工作：4月底定方案|!写 4月底", "unit-7: 第一项下一步：选址", "取得成效：正在推进\n下一步工作：选址|取得成效：正在推进\n下一步工作：4月底定方案");

    [Theory]
    [InlineData("第一项进展：新增12公里；问题：审批慢；成效：累计60公里；下一步：二期。第二项进展：接口完成；问题：无；成效：试运行；下一步：优化")]
    [InlineData("第一项的进展：新增12公里 问题：审批慢 成效：累计60公里 下一步：二期\n第二项的进展：接口完成 问题：无 成效：试运行 下一步：优化")]
    public Task A_label_right_after_a_task_is_one(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-6: {said}", "工作进展情况：新增12公里\n存在问题：审批慢|工作进展情况：接口完成\n存在问题：无|!情况：进展");

    [Theory]
    [InlineData("噢噢明白。数据共享还差两个区没打通", "存在问题：数据共享还差两个区没打通")]
    [InlineData("哦就一项。问题是经费紧", "存在问题：经费紧")]
    [InlineData("嗯知道了。经费紧", "存在问题：经费紧")]
    public Task An_answer_begins_behind_what_is_said_to_the_program(string said, string written) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 完成了两期培训", "存在问题", $"unit-9: {said}", $"{written}\n|取得成效");

    [Theory]
    [InlineData("那成效写：讲解满意度95%，下一步写：再培训40名")]
    [InlineData("成效就写：讲解满意度95%；下一步填：再培训40名")]
    public Task To_write_is_said_to_the_program(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 完成了两期培训", "存在问题", "unit-9: 无", "取得成效", $"unit-9: {said}", "取得成效：讲解满意度95%\n下一步工作：再培训40名\n");

    [Fact]
    public Task A_promise_at_the_end_is_no_text() => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-14: Progress: 3 new kiosks. I'll do the rest after lunch", "Problems", "unit-14: back. problems: none; results: waiting time 5 min; next: 4 more", "Progress: 3 new kiosks.\n|!lunch|!back", "unit-9: 进展：培训3期，其余的下午补", "存在问题", "unit-9: 问题：无 成效：200人 下一步：继续", "工作进展情况：培训3期\n");

    [Fact]
    public Task A_letter_addressed_to_another_unit_is_the_senders_report() => Talk.PlayedAsync(
        "2020-04-02 09:30", "unit-9: 关于报送一季度工作进展的函\n市工信局：\n　　现将我局有关情况报送如下：\n　　一、工作进展\n　　1.开展线上培训4期。\n　　2.编印教材1册。\n　　二、存在的问题\n　　师资不足。\n　　三、工作成效\n　　培训320人次。\n　　四、下一步打算\n　　办好导游大赛。\n　　联系人：孙莉，电话：23456789\n　　　　市文化和旅游局\n　　　　2020年4月2日",
        "开展线上培训4期|编印教材1册|存在问题：师资不足|下一步工作：办好导游大赛。\n|!孙莉|!函|!您只能");

    [Theory]
    [InlineData("嗯那个第二项吧就是我们互联网诊疗这块呢现在接了十五家医院然后问题呢就是医保结算还没通效果嘛线上问诊有五万多人次吧下一步就是把医保接进来", "第二项|存在问题：医保结算还没通|!第一项：|!暂无问题可汇总")]
    [InlineData("第二项呢目前接了十五家医院，困难是医保没通，成效是线上问诊五万人次，下一步接医保", "第二项|存在问题：医保没通|!第一项：")]
    public Task A_spoken_report_is_no_question(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", $"unit-10: {said}", answer);
}
