using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>What the words of a unit's name tell: its level, whether it is complete without one, whether it is a group or an organ at all.
/// All take the normalised name without white space.</summary>
internal static partial class UnitNames
{
    /// <summary>市行政审批制度改革工作领导小组办公室 has eighteen characters.</summary>
    private const int LongestName = 24;

    /// <summary>The level word that opens the name and that a list shares: 省 of 省委宣传部. Null when it opens with none.</summary>
    /// <remarks>Whole organ names are compared first: 市场监管局 is no municipal 场监管局, while 市政府办公室 and 市民政局 are municipal.</remarks>
    public static string? LevelOf(string name) =>
        name.Length < 2 || OnlyLooksLevelled().IsMatch(name) || IsGroup(name) ? null
        : name.StartsWith("自治区", StringComparison.Ordinal) && name.Length > 3 ? "自治区"
        : "省市州盟区县旗镇乡".Contains(name[0], StringComparison.Ordinal) ? name[..1]
        : null;

    /// <summary>A name that takes no level from its list: it begins with a place, belongs to the centre, or is no organ of government.</summary>
    public static bool IsComplete(string name) => !OfTheLevel().IsMatch(name) && (CentralOrVertical().IsMatch(name) || PlaceFirst().IsMatch(name) || Institution().IsMatch(WithoutBrackets(name)) || YouthLeague().IsMatch(name));

    /// <summary>The name tells of itself which organ it is, wherever it is named: it begins with a place, or belongs to the centre.</summary>
    public static bool NamesItsPlace(string name) => CentralOrVertical().IsMatch(name) || IsCentral(name) || PlaceFirst().IsMatch(name);

    /// <summary>国家发展改革委, 科技部: a list that opens with one is a list of central organs.</summary>
    public static bool IsCentral(string name) => CentralOrgan().IsMatch(name);

    /// <summary>A collective addressee: 各区, 市级各有关部门, 区政府有关部门.</summary>
    public static bool IsGroup(string name) => Group().IsMatch(name);

    /// <summary>Ends as the name of an organ does; brackets after it do not matter.</summary>
    public static bool IsOrgan(string name) => IsGroup(name) || (name.Length is >= 2 and <= 40 && Organ().IsMatch(WithoutBrackets(name)));

    /// <summary>A bare name such as 财政局 that is an organ of some level of government, left unsaid.</summary>
    public static bool LacksLevel(string name) => LevelOf(name) is null && !IsComplete(name) && !IsGroup(name) && (LevelledOrgan().IsMatch(WithoutBrackets(name)) || OfTheLevel().IsMatch(name));

    /// <summary>消费者协会, 旅游协会: bodies that take the level of their list, and none where the list has none.</summary>
    public static bool IsSocialBody(string name) => SocialBody().IsMatch(name) && !NamesItsPlace(name);

    /// <summary>组织部, 政法委: departments of a committee of the Party, which lists name without it.</summary>
    public static bool IsPartyDepartment(string name) => PartyDepartment().IsMatch(name);

    /// <summary>A name that still holds a verb, a marker or a sentence's punctuation, or is too long for one organ: it was not cut where it should have been.</summary>
    public static bool HoldsMore(string name) => More().IsMatch(name) || (!IsGroup(name) && WithoutBrackets(name).Length > LongestName);

    /// <summary>A name so sure that it needs no other word to be taken for a unit: of a kind that the table of names knows, or with its level or place (镇财政办, 云河县教育局).</summary>
    public static bool IsKnownOrgan(string name) =>
        !HoldsMore(name) && !IsGroup(name) && WithoutBrackets(name) is var bare
        && (OrganNames.Knows(bare) || (LevelOf(bare) is { } level ? OfItsLevel().IsMatch(bare[level.Length..]) : NamesItsPlace(bare) && OfItsPlace().IsMatch(bare)));

    private static string WithoutBrackets(string name) => Brackets().Replace(name, "");

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Brackets();

    [GeneratedRegex("""
        ^(市场(监管|监督|监察|管理|局|委|综合|执法|发展|服务|体系|开发|采购|物流|建设)
        |市[监管](分?局|所)
        |市容(局|委|办|环境|环卫|和|市政|园林|管理|监察|城市)
        |市政(局|处|管理|园林|公用|工程|设施|建设|养护|道路|绿化|环卫|和|集团|市容)
        |市民(服务|中心|热线|之家|卡|云)|市长(热线|信箱|公开)
        |区块链|区域|区划|县域|乡村|乡镇|镇村|省际|旗舰
        |市[中南北]区|镇(江市|海区|平县|原县|雄县|康县|坪县|远县|安县|赉县|宁)|乡[城宁]县)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OnlyLooksLevelled();

    [GeneratedRegex("^(国家|中国|中央|中共|全国|国务院|人民银行|人行(?!道)|南方电网|最高人民|审计署|海关总署|国网|武警|中铁|中建)|(中心支行|中支|证监局|银保监(分)?局|银监(分)?局|(?<!市场)监管分局|专员办|海关|海事局|铁路局)$|^(?!地方|国家)\\p{IsCJKUnifiedIdeographs}{2,3}(邮政管理局|气象局|供电局|烟草专卖局|税务局)$")]
    private static partial Regex CentralOrVertical();

    [GeneratedRegex("^(?![级区县市镇乡内直])\\p{IsCJKUnifiedIdeographs}{2,18}(?:(?<![布格新开全大结变])局|委|委员会|厅|办|办公室|法院|检察院|政府|管委会|总工会|妇联|残联|科协|集团|公司|部|院|所|站|中心|大队|支队|执法队)$|^(?:妇联|残联|文联|科协|政府|税务局)$|^(?:委|政府)(?:办|办公室|[^，。]{2,6}部|政法委)$")]
    private static partial Regex OfItsLevel();

    [GeneratedRegex("(?:(?<![布格新开全大结变])局|委|厅|政府|管委会|公司)$")]
    private static partial Regex OfItsPlace();

    [GeneratedRegex("^(?:组织部|宣传部|统战部|政法委(?:员会)?|社会工作部)$")]
    private static partial Regex PartyDepartment();

    [GeneratedRegex("[：；。《》〈〉“”！？|]|负责|牵头|配合|按职责|按照|做好|加强|等(?:部门|单位)")]
    private static partial Regex More();

    [GeneratedRegex("^(国家|中央|全国|国务院|最高人民)|^(?!.*(宣传|组织|统战|武装|人武|社会工作|指挥|项目|俱乐|事业|分|支)部)[^省市州盟区县旗镇乡（）].{1,10}部$")]
    private static partial Regex CentralOrgan();

    // A province by its short name, two to four characters before a level word (越秀区, 杭州市政府), the longer names of cities and leagues, autonomous places, and
    // areas with an administration of their own (平潭综合实验区); 城市, 社区 and 园区 are words, not places.
    [GeneratedRegex("""
        ^(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)
        |^(?![省市州盟区县旗镇乡])(?!(住房|城乡|综合|农业|交通|文化|商务|科技|教育|工业|公安|民政|财政))\p{IsCJKUnifiedIdeographs}{1,3}(?<![城都大])[市县](?!场|容|域|级)
        |^(?![省市州盟区县旗镇乡])(?!(住房|城乡|综合|农业|交通|文化|商务|科技|教育|工业|公安|民政|财政))\p{IsCJKUnifiedIdeographs}{1,3}(?<![社园小地辖老库林山灾牧校])区(?!域|划|块)
        |^(?![省市州盟区县旗镇乡各])(?!(城|都|大城|超大城))\p{IsCJKUnifiedIdeographs}{2,5}[市县区旗州](人民政府|政府)$
        |^(呼和浩特|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|乌兰浩特|锡林浩特|霍林郭勒|二连浩特|额尔古纳|齐齐哈尔|乌鲁木齐|克拉玛依|图木舒克|可克达拉)市|^(锡林郭勒|阿拉善|兴安)盟
        |^(?![省市州盟区县旗镇乡])\p{IsCJKUnifiedIdeographs}{2,10}自治[州县旗]
        |^(?![省市州盟区县旗镇乡])(?!(经济|高新|产业|综合|自由|国家|城乡|现代|农业|文化))\p{IsCJKUnifiedIdeographs}{2,5}(综合[实试]验|综合保税|经济(技术)?开发|高新技术(产业)?开发|自由贸易试验|合作|试验|示范|管理)区(?=.{2})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PlaceFirst();

    [GeneratedRegex("(公司|集团|银行|分行|支行|实验室|研究院|研究所|大学|学院|医院|学校|协会|学会|商会|报社|电视台|出版社|开发区|经开区|高新区|保税区|示范区|试验区|园区|新区|管委会|街道|街道办|街道办事处|镇|乡|镇政府|乡政府|镇人民政府|乡人民政府)$")]
    private static partial Regex Institution();

    [GeneratedRegex("^(?:第?[一二三四五六]?人民医院|中医医?院|妇幼保健院|党校|行政学院|供销(?:合作)?(?:总?社|联社)|总工会|红十字会|侨联|图书馆|博物馆|文化馆|融媒体中心|(?:教师)?进修学校|教师发展中心|特殊教育学校|职业(?:技术|教育)?(?:学校|中心|中专)|体育(?:运动)?学校|老年大学|开放大学|(?:工业|产业|物流|食品|化工)(?:园区?|集中区|集聚区)管委会|第?[一二三四五六七八九十]+(?:中学|小学|幼儿园))$")]
    private static partial Regex OfTheLevel();

    [GeneratedRegex("(?:协会|学会|商会|联合会)$")]
    private static partial Regex SocialBody();

    [GeneratedRegex("^团[省市州盟区县旗]委")]
    private static partial Regex YouthLeague();

    [GeneratedRegex("""
        ^各|^(?:辖内|辖区内?|境内|区域内|全[省市州区县旗镇])各|^(属地|沿线|所在地|涉及|相关|有关|其他|其它)|^[市县区州旗镇乡]、
        |(各|有关|相关)(有关|相关|责任|牵头|成员|直属)?(部门|单位|地区|地方|地市|州市|街道|乡镇|镇街|镇乡|区|县|镇|乡|专班|科室|处室|企业|高校|园区|功能区|委|办|局)
        |^[省市州盟区县旗](?:[属直]管?|管)(各|国有|企业|国企|单位|部门|机关|[县市区]（[县市区]）)
        |^[县市区旗]（[县市区旗]、?[^（）]*）(人民政府|政府|管委会)?$
        |成员单位$|^(乡镇|镇街|镇乡|街镇|街道)(（街道）)?(人民政府|政府|办事处|党委|党工委|党（工）委)?$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Group();

    [GeneratedRegex("(局|委|办|厅|部|室|院|署|社|处|科|股|队|所|站|中心|公司|集团|政府|街道|镇|乡|区|县|市|州|旗|大学|学校|联|团|协|校|段|馆|台|关|行|会|组|园|店|厂|基地|专班|指挥部|总工会|单位|部门|实验室|海关|电网|中支)$")]
    private static partial Regex Organ();

    [GeneratedRegex("(局|委|厅|办|委员会|中心|法院|检察院|残联|妇联|工商联|文联|科协|社科联)$|(?<=.{2})办公室$")]
    private static partial Regex LevelledOrgan();
}
