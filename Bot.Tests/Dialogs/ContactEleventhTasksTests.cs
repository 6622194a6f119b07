using Xunit;

namespace PlanBot.Tests.Dialogs;

/// <summary>Several tasks in one sentence, remarks about tasks that are not being written, and turning from one to another.</summary>
public sealed class ContactEleventhTasksTests
{
    private const string At = "2020-04-07 09:00";

    [Theory]
    [InlineData("五项情况汇总如下")]
    [InlineData("我们五项进展如下：")]
    [InlineData("领导好，现将五项任务进展情况报送如下：")]
    public Task Numbered_lines_under_an_opening(string opening) => Talk.PlayedAsync(
        At, $"unit-4: {opening}\n1.揭榜项目12个全部完成中期检查，下一步验收4个\n2.征集应用场景56个，下一步推广\n3.新认定数字车间24个，下一步启动第二批申报\n4.基础软件创新中心完成选址，下一步办工商注册\n5.招商线上签约7个项目，下一步盯开工\n困难都是企业复工慢、外地专家来不了",
        "取得成效|!哪一项", "unit-4: 成效就是里面那些数字，你看着摘", "不代拟", "unit-4: 那成效五项都写“详见进展”", "请核对|成效：详见进展|问题：企业复工慢、外地专家来不了|数字车间24个|!汇总如下|!“详见", "unit-4: 确认", "共5项");

    [Fact]
    public Task Three_in_their_order() => Talk.PlayedAsync(
        At, "unit-12: 信贷、基金、上市三项分别是：新增科技企业贷款38亿元；母基金返投项目9个；辅导企业2家进入创业板储备库", "存在问题|!哪一项", "unit-12: 问题都没有", "取得成效", "unit-12: 成效1贷款余额同比增14%；2带动投资6亿；3暂无", "下一步",
        "unit-12: 下一步三项都是按年度计划推进", "请核对|第一项|贷款38亿元|成效：贷款余额同比增14%|母基金返投项目9个|成效：带动投资6亿|储备库|成效：暂无|按年度计划推进", "unit-12: 可以", "共3项");

    [Theory]
    [InlineData("三项分别是：新增贷款38亿元；返投项目9个；辅导企业2家")]
    [InlineData("我们三项进展依次为：新增贷款38亿元；返投项目9个；辅导企业2家")]
    [InlineData("第一项：新增贷款38亿元；第二项：返投项目9个；第三项：辅导企业2家")]
    public Task Three_by_the_order_of_the_notice(string said) => Talk.PlayedAsync(At, $"unit-12: {said}", "第一、二、三项|存在问题|!哪一项");

    [Theory]
    [InlineData("一二两项这季度没进展，第三项报一下：跟进签约项目11个，其中4个开工；问题是用地指标紧；成效到位资金2.6亿；下步协调滨海新区落实两块地")]
    [InlineData("前两项没什么进展，第三项：进展跟进签约项目11个，问题用地指标紧，成效到位资金2.6亿，下一步协调落实两块地")]
    public Task Nothing_of_two_and_something_of_one(string said) => Talk.PlayedAsync(
        At, $"unit-13: {said}", "请核对|第一项|第二项|没|第三项|签约项目11个|问题：用地指标紧|成效：到位资金2.6亿|!哪一项", "unit-13: 好 确认", "共3项");

    [Fact]
    public Task Names_of_sections_without_colons() => Talk.PlayedAsync(
        At, "unit-4: 我先交两项，剩的明儿给你。\n第一项进展揭榜项目中期检查做完了，问题缺流片经费，成效3款芯片试产，下一步组织验收。\n第二项进展选了18个案例，问题部门数据不给，成效先导区开放道路100公里，下一步扩区",
        "请核对|第一项|进展情况：揭榜项目中期检查做完了|问题：缺流片经费|第二项|问题：部门数据不给|下一步工作：扩区|!剩的明儿", "unit-4: “部门数据不给”太难听，换成部门间数据共享有待加强", "问题：部门间数据共享有待加强", "unit-4: 这样好，确认", "共2项|还有3项");

    [Theory]
    [InlineData("等会儿，引进人才那项有，签了俩青年学者")]
    [InlineData("不对，引进人才那项有的，签了俩青年学者")]
    public Task One_leaves_the_nil_report(string said) => Talk.PlayedAsync(
        At, "unit-2: 学校一直没开学，三项都没啥可写", "请核对", $"unit-2: {said}", "第二项|存在问题", "unit-2: 困难没有 效果就是充实了团队 后面继续谈3个", "请核对|第二项|签了俩青年学者|成效：充实了团队|继续谈3个|无新进展", "unit-2: 报", "共3项");

    [Theory]
    [InlineData("监管平台那项还没动静，等牵头部门呢", "先把第一项交了")]
    [InlineData("第二项还没动静", "把第一项先交了吧")]
    [InlineData("第二项过两天", "确认")]
    public Task A_remark_about_another_task(string remark, string then) => Talk.PlayedAsync(
        At, "unit-6: 第一项：进展：新增道路28公里；问题：坡道场景少；成效：5家上路；下一步：再开30公里", "请核对", $"unit-6: {remark}", "第二项|仍待报|坡道场景少|!00000000", $"unit-6: {then}", "已报送|还有1项未报");

    [Fact]
    public Task Turning_to_an_urgent_task_and_back() => Talk.PlayedAsync(
        At, "unit-12: 第一项：走访科技支行6家，新增授信38亿", "存在问题", "unit-12: 第三项领导催，先弄第三项", "草稿|第三项|工作进展情况|!催，", "unit-12: 进展：辅导8家企业；问题：无；成效：1家过会；下一步：办两场对接会", "请核对|第三项|辅导8家",
        "unit-12: 交第三项，回到第一项", "已报送|走访科技支行6家|存在问题", "unit-12: 我第一项刚才写到哪儿了", "走访科技支行6家|存在问题");

    [Theory]
    [InlineData("近展：审批超市新增4个点。问提：接口不通。成校：办件率72%。下不：打通三个区")]
    [InlineData("近展：审批超市新增4个点；问提：接口不通；成笑：办件率72%；下布：打通三个区")]
    public Task Labels_with_slips(string said) => Talk.PlayedAsync(At, $"unit-14: {said}", "请核对|问题：接口不通|成效：办件率72%|下一步工作：打通三个区", "unit-14: 对的", "已报送");

    [Fact]
    public Task Interjections_are_no_text() => Talk.PlayedAsync(
        At, "unit-9: ok here goes. we trained 412 guides online", "Problems", "unit-9: none", "Results", "unit-9: satisfaction 93%", "Next steps", "unit-9: three more sites by June", "Progress: we trained 412 guides online|!here goes", "unit-9: hmm no, next: four more sites", "Next steps: four more sites|trained 412|!hmm");

    [Fact]
    public Task Nothing_then_and_what_the_difference_is() => Talk.PlayedAsync(
        At, "unit-16: 4家券商上了智能投顾", "存在问题", "unit-16: 那没有", "存在问题：无|取得成效", "unit-16: 跟进展写一样的行不行，有啥区别", "工作进展情况|取得成效|!尚未报送", "unit-16: 服务客户1.2万人次；接下来摸底期货公司", "请核对|摸底期货公司");

    [Fact]
    public Task A_draft_that_is_gone_on_with() => Talk.PlayedAsync(
        At, "unit-13: for task 2: the investment map covers 210 AI firms in Beijing", "Problems", "unit-13: hang on, i need to double check that figure. keep it for now", "draft", "unit-13: where did we stop?", "210 AI firms|Problems",
        "unit-13: it's 214 firms. no problems. results: 6 visits, 2 letters of intent. next: Shanghai", "check your report|214 AI firms|Problems: None|Results: 6 visits|Next steps: Shanghai", "unit-13: file it", "Filed|task 2");

    [Theory]
    [InlineData("哎这句该放下一步")]
    [InlineData("这句应该放到下一步")]
    public Task What_was_said_last_belongs_elsewhere(string said) => Talk.PlayedAsync(
        At, "unit-11: 标准化资助兑现14家", "存在问题", "unit-11: 二季度启动第二批评审", "取得成效", $"unit-11: {said}", "存在问题|!不代拟", "unit-11: 问题是材料质量参差不齐", "存在问题：材料质量参差不齐|取得成效", "unit-11: 拨付210万", "请核对|下一步工作：二季度启动第二批评审");

    [Theory]
    [InlineData("第二项别报零，图谱其实画了一版，先空着我回头补")]
    [InlineData("第二项先别报无进展，我回头补")]
    public Task One_of_the_nil_reports_is_left_out(string said) => Talk.PlayedAsync(
        At, "unit-13: 一二两项这季度没进展，第三项报一下：进展：跟进签约项目11个；问题：用地指标紧；成效：到位资金2.6亿；下一步：协调落实两块地", "请核对|第二项", $"unit-13: {said}", "不报第二项|第一项|第三项|签约项目11个", "unit-13: 好 确认", "共2项|还有1项未报");

    [Fact]
    public Task Three_in_order_in_English() => Talk.PlayedAsync(At, "unit-12: the three tasks in order: new loans of 38 million yuan; 9 fund projects; 2 firms coached", "Problems|!Which task");

    [Fact]
    public Task Nothing_of_two_and_something_of_one_in_English() => Talk.PlayedAsync(
        At, "unit-13: nothing new on tasks 1 and 2; task 3: Progress: 11 projects followed; Problems: land; Results: 260 million paid in; Next: two plots in May", "check your report|Task 1|No new progress|Task 3|11 projects followed|!Which task");
}
