<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <location filename="../../nnviz/views/setup/about.py" line="21" />
        <source>What to look for</source>
        <translation>看点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/about.py" line="23" />
        <source>Show or hide the scenario's text</source>
        <translation>显示或隐藏场景说明</translation>
    </message>
</context><context>
    <name>Actions</name>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="50" />
        <source>&amp;Line</source>
        <translation>一行(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="51" />
        <source>Run the next line of the update</source>
        <translation>运行这次更新的下一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="58" />
        <source>&amp;Update</source>
        <translation>一次更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="59" />
        <source>Run to the end of the update: one change of the parameters</source>
        <translation>运行到这次更新结束：参数改变一次</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="66" />
        <source>&amp;Epoch</source>
        <translation>一轮(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="67" />
        <source>Run to the end of the pass over the training data</source>
        <translation>运行到训练数据全部用过一遍</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="74" />
        <source>Line &amp;back</source>
        <translation>后退一行(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="75" />
        <source>Go back by one line, exactly to what was there</source>
        <translation>后退一行，与当时的状态完全相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="82" />
        <source>Update b&amp;ack</source>
        <translation>后退一次更新(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="83" />
        <source>Go back to the end of the update before</source>
        <translation>回到上一次更新结束时</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="90" />
        <source>Epoch ba&amp;ck</source>
        <translation>后退一轮(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="91" />
        <source>Go back to the end of the pass over the training data before</source>
        <translation>回到上一轮训练数据用完时</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="98" />
        <source>&amp;Newest</source>
        <translation>回到最新(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="99" />
        <source>Return from the past to where the run ends</source>
        <translation>从过去回到运行的末端</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="106" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="107" />
        <source>Run updates until paused</source>
        <translation>连续运行更新，直到暂停</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="114" />
        <source>Run bac&amp;k</source>
        <translation>往回运行(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="115" />
        <source>Run backward to where a breakpoint last held</source>
        <translation>往回运行，直到上一处满足断点的地方</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="121" />
        <source>&amp;Toggle breakpoint</source>
        <translation>设置或取消断点(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="122" />
        <source>Have runs stop after the selected line, else the lit one; or no longer</source>
        <translation>让运行在所选的行（未选则为高亮的行）之后停下；再按则取消</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="128" />
        <source>S&amp;witch breakpoint off or on</source>
        <translation>停用或启用断点(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="129" />
        <source>Keep the selected or lit line's breakpoint, but stop there no longer; or again</source>
        <translation>保留所选或高亮那一行的断点，但不再停下；再按则恢复</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="135" />
        <source>Clear breakpo&amp;ints</source>
        <translation>清除断点(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="136" />
        <source>Take all breakpoints away</source>
        <translation>取消所有断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="142" />
        <source>Re&amp;start</source>
        <translation>重新开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="143" />
        <source>Go back to the start, with the same initial weights</source>
        <translation>回到起点，初始权重不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="150" />
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="151" />
        <source>Take the last change of data or settings back</source>
        <translation>撤销上一次对数据或设置的修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="158" />
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="159" />
        <source>Make the undone change again</source>
        <translation>重做被撤销的修改</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="166" />
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="167" />
        <source>Let the views follow the line that has just run</source>
        <translation>让各视图跟随刚运行的那一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="174" />
        <source>&amp;Open scenario…</source>
        <translation>打开场景(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="175" />
        <source>Open a scenario file</source>
        <translation>打开一个场景文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="181" />
        <source>&amp;Save scenario as…</source>
        <translation>场景另存为(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="182" />
        <source>Save data, network and settings as a scenario file</source>
        <translation>把数据、网络和设置保存为场景文件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="188" />
        <source>Save &amp;picture…</source>
        <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="189" />
        <source>Save the window as a PNG picture</source>
        <translation>把窗口保存为 PNG 图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="195" />
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="196" />
        <source>Close nnviz</source>
        <translation>关闭 nnviz</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="202" />
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="203" />
        <source>Run more updates per second</source>
        <translation>每秒运行更多次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="209" />
        <source>Sl&amp;ower</source>
        <translation>减慢(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="210" />
        <source>Run fewer updates per second</source>
        <translation>每秒运行更少次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="216" />
        <source>Samples as &amp;rows (X · W + b)</source>
        <translation>样本按行排列（X · W + b）(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="217" />
        <source>Write the program for samples as rows, as scikit-learn and Keras do</source>
        <translation>程序按“一行一个样本”书写，与 scikit-learn、Keras 一致</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="223" />
        <source>The document's own &amp;symbols</source>
        <translation>使用原文的符号(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="224" />
        <source>Write symbols as the scenario's source document does</source>
        <translation>按场景出处的原文书写符号</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="230" />
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="231" />
        <source>Fill the screen, with larger text for a projector</source>
        <translation>全屏显示，放大文字，适合投影</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="237" />
        <source>Reset the l&amp;ayout</source>
        <translation>恢复布局(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="238" />
        <source>Show every panel at its first place</source>
        <translation>让所有面板回到最初的位置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="244" />
        <source>&amp;Gradient check</source>
        <translation>梯度检查(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="245" />
        <source>Check the update's gradients against central differences, and what it changed</source>
        <translation>用中心差分核对这次更新的梯度，并核对它改变了什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="251" />
        <source>&amp;Keys and words</source>
        <translation>按键与术语(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="252" />
        <source>Show the keys and what the words mean</source>
        <translation>显示按键说明和术语解释</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/actions.py" line="305" />
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
</context><context>
    <name>App</name>
    <message>
        <location filename="../../nnviz/app.py" line="147" />
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../nnviz/app.py" line="147" />
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../nnviz/app.py" line="147" />
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../nnviz/app.py" line="255" />
        <source>A change in the past began %1; %2 keeps the old future (Run ▸ Branches).</source>
        <translation>在过去所做的修改产生了%1；原来的后续保留在%2（运行 ▸ 分支）。</translation>
    </message>
    <message>
        <location filename="../../nnviz/app.py" line="260" />
        <source>A defect in nnviz: %1. The run is paused; nothing is lost.</source>
        <translation>nnviz 出现缺陷：%1。运行已暂停，没有丢失任何内容。</translation>
    </message>
</context><context>
    <name>BatchRow</name>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="44" />
        <location filename="../../nnviz/views/setup/batch_row.py" line="43" />
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="45" />
        <source>How many samples one update sees: all the training samples, some, or one.</source>
        <translation>一次更新用多少个样本：全部训练样本、一部分，或只有一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="48" />
        <source>“full”, or a whole number, 1 or more</source>
        <translation>“全部”，或不小于 1 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="98" />
        <source>full, {number}</source>
        <translation>全部，{number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/batch_row.py" line="109" />
        <source>full</source>
        <translation>全部</translation>
    </message>
</context><context>
    <name>Boundary</name>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="72" />
        <source>Add sample %1</source>
        <translation>添加样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="82" />
        <source>Move sample %1</source>
        <translation>移动样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="88" />
        <source>Relabel sample %1</source>
        <translation>改变样本 %1 的类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edits.py" line="94" />
        <source>Remove sample %1</source>
        <translation>删除样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="19" />
        <source>hatched: not a number</source>
        <translation>斜线处不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="21" />
        <source>%1 of %2 samples drawn</source>
        <translation>画出 %2 个样本中的 %1 个</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="26" />
        <source>no samples in view · 0 shows all</source>
        <translation>视野内没有样本 · 按 0 显示全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="28" />
        <source>samples outside: %1</source>
        <translation>视野外的样本：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/notices.py" line="51" />
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/confusion.py" line="72" />
        <source>class %1, answered %2: %3 here; a click selects the next of them</source>
        <translation>类别 %1 判为 %2：共 %3 个；点击依次选择</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/confusion.py" line="107" />
        <source>answered</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="81" />
        <location filename="../../nnviz/views/boundary/confusion.py" line="112" />
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="53" />
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="54" />
        <source>on test samples</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="66" />
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="106" />
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="114" />
        <source>with the parameters as they stand: %1</source>
        <translation>按当前参数：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="118" />
        <source>classified wrongly</source>
        <translation>分类错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="136" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="138" />
        <source>(test)</source>
        <translation>（测试）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="181" />
        <source>x: %1 inputs</source>
        <translation>x：%1 个输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="188" />
        <source>y: class %1</source>
        <translation>y：类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/words.py" line="200" />
        <source>answer: class %1</source>
        <translation>预测：类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="68" />
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/scatter.py" line="84" />
        <source>%1 of the sample's class</source>
        <translation>样本所属类别的 %1</translation>
    </message>
</context><context>
    <name>BoundaryPanel</name>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="117" />
        <location filename="../../nnviz/views/boundary/panel.py" line="111" />
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="115" />
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="119" />
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="119" />
        <source>Fitted surface</source>
        <translation>拟合曲面</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="126" />
        <source>Add, move, relabel and remove samples with the mouse; Undo takes it back</source>
        <translation>用鼠标添加、移动、删除样本或改变类别；可以撤销</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="128" />
        <source>Samples of more than two inputs have no place on the plot, so they cannot be edited here</source>
        <translation>样本的输入多于两个，无法在图上定位，所以不能在这里编辑</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="183" />
        <source>Not added: a new sample here would have no target.</source>
        <translation>没有添加：在这里新增的样本没有目标值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="197" />
        <source>Not relabelled: these samples have targets and no classes.</source>
        <translation>没有改变类别：这些样本只有目标值，没有类别。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="214" />
        <source>Select a sample first: click it, or ↑ and ↓.</source>
        <translation>请先选择样本：点击它，或按 ↑ ↓。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="226" />
        <source>Not possible: %1</source>
        <translation>无法做到：%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="235" />
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="235" />
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="239" />
        <source>Show the test samples (hollow), which the network does not learn from</source>
        <translation>显示测试样本（空心），网络不从它们学习</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="240" />
        <source>Test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/panel.py" line="241" />
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context><context>
    <name>Branches</name>
    <message>
        <location filename="../../nnviz/views/words.py" line="13" />
        <source>branch %1</source>
        <translation>分支 %1</translation>
    </message>
</context><context>
    <name>BranchesMenu</name>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="31" />
        <source>Branc&amp;hes</source>
        <translation>分支(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="32" />
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/branches_menu.py" line="67" />
        <source>%1 · %2 updates</source>
        <translation>%1 · %2 次更新</translation>
    </message>
</context><context>
    <name>BreakpointRow</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="114" />
        <source>Whether runs stop here</source>
        <translation>运行是否在此停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="120" />
        <source>Take this breakpoint away</source>
        <translation>取消这个断点</translation>
    </message>
</context><context>
    <name>BreakpointsPanel</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="46" />
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/panel.py" line="52" />
        <source>None yet. Click beside a line of the program, or add a condition.</source>
        <translation>还没有断点。在程序的一行旁边点击，或添加一个条件。</translation>
    </message>
</context><context>
    <name>CheckBadge</name>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="27" />
        <source>Gradient check</source>
        <translation>梯度检查</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/badge.py" line="46" />
        <source>The largest relative error between the gradients and central differences</source>
        <translation>梯度与中心差分之间的最大相对误差</translation>
    </message>
</context><context>
    <name>ChecksBar</name>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="50" />
        <source>How far each parameter is moved to either side</source>
        <translation>每个参数向两侧各移动多少</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="51" />
        <source>Step ε</source>
        <translation>步长 ε</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="56" />
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="58" />
        <source>A step for each parameter that moves no weighted input by more than 1e−5</source>
        <translation>为每个参数取一个步长，使任何加权输入的变动都不超过 1e−5</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="84" />
        <source>The largest relative error of all that no bend spoils, and what it means</source>
        <translation>未受折点影响的最大相对误差，以及它说明什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/bar.py" line="91" />
        <location filename="../../nnviz/views/checks/bar.py" line="86" />
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
</context><context>
    <name>ChecksCanvas</name>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="153" />
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="164" />
        <source>±ε crosses a bend: the difference is no derivative</source>
        <translation>±ε 越过折点：这个差分不是导数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="166" />
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/canvas.py" line="221" />
        <source>direction %1</source>
        <translation>方向 %1</translation>
    </message>
</context><context>
    <name>ChecksPanel</name>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="37" />
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="43" />
        <source>not all have changed yet</source>
        <translation>有的尚未改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="45" />
        <source>all changed as they should</source>
        <translation>改变都符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="46" />
        <source>not all changed as they should</source>
        <translation>有的改变不符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="52" />
        <source>Left out: %1.</source>
        <translation>已略去：%1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="53" />
        <source>%1 cells left out, such as: %2.</source>
        <translation>已略去 %1 个元素，例如：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/words.py" line="59" />
        <source>Too many cells for each: %1 random directions for every parameter.</source>
        <translation>元素太多，无法逐个检查：每个参数取 %1 个随机方向。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="50" />
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="63" />
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="63" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="74" />
        <source>Checks, cell by cell</source>
        <translation>逐个元素检查</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="183" />
        <source>checking… %1 %</source>
        <translation>正在检查… %1 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="203" />
        <location filename="../../nnviz/views/checks/panel.py" line="202" />
        <source>analytic</source>
        <translation>解析</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="202" />
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="202" />
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="203" />
        <source>central difference</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="203" />
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <location filename="../../nnviz/views/checks/panel.py" line="215" />
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <source>changed by</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="216" />
        <source>should have changed by</source>
        <translation>应有的改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="225" />
        <source>as of update %1</source>
        <translation>截至第 %1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/panel.py" line="225" />
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/blocks.py" line="120" />
        <source>as it should</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/checks/blocks.py" line="120" />
        <source>otherwise</source>
        <translation>不符合预期</translation>
    </message>
</context><context>
    <name>ClassKey</name>
    <message>
        <location filename="../../nnviz/views/boundary/class_key.py" line="28" />
        <source>The colour of each class; fainter where the network is less sure</source>
        <translation>各类别的颜色；网络越没把握，颜色越淡</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/class_key.py" line="34" />
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
</context><context>
    <name>ConditionForm</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/form.py" line="36" />
        <source>Condition to stop on</source>
        <translation>停下的条件</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/form.py" line="45" />
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
</context><context>
    <name>Conditions</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="13" />
        <source>Times in a row</source>
        <translation>连续次数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="14" />
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="15" />
        <source>What</source>
        <translation>哪种量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="16" />
        <source>Layer (0: each)</source>
        <translation>层（0：每一层）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="17" />
        <source>Lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="18" />
        <source>Highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="19" />
        <source>Distance to the limit</source>
        <translation>离极限的距离</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="20" />
        <source>Difference up to</source>
        <translation>最大相差</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="21" />
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="22" />
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="23" />
        <source>Accuracy, 0 to 1</source>
        <translation>准确率，0 到 1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="24" />
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="25" />
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="28" />
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="29" />
        <source>δ</source>
        <translation>δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="30" />
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/breakpoints/words.py" line="74" />
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context><context>
    <name>Controller</name>
    <message>
        <location filename="../../nnviz/controller/controller.py" line="179" />
        <source>There is no breakpoint to run back to; F9 sets one.</source>
        <translation>没有可以往回运行到的断点；按 F9 设置一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/controller.py" line="240" />
        <source>%1: the network starts anew. Undo brings the old one back.</source>
        <translation>%1：网络重新开始训练。撤销可恢复原来的网络。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/controller.py" line="316" />
        <source>Which line? Select one in the program first, or step to it.</source>
        <translation>哪一行？请先在程序中选择一行，或单步运行到它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/controller.py" line="343" />
        <source>No breakpoint held anywhere before this line.</source>
        <translation>在这一行之前，没有任何断点的条件满足过。</translation>
    </message>
    <message>
        <location filename="../../nnviz/controller/controller.py" line="359" />
        <source>Stopped: after update %1 the loss is not finite.</source>
        <translation>已停止：第 %1 次更新后损失不再是有限数。</translation>
    </message>
</context><context>
    <name>CopyMenu</name>
    <message>
        <location filename="../../nnviz/views/matrices/copying.py" line="40" />
        <source>Copy %1 as numpy</source>
        <translation>复制 %1 为 numpy 代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/copying.py" line="41" />
        <source>Copy %1 as tab-separated values</source>
        <translation>复制 %1 为制表符分隔的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/copying.py" line="42" />
        <source>Copy this number</source>
        <translation>复制这个数</translation>
    </message>
</context><context>
    <name>DataSection</name>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="31" />
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="32" />
        <source>new samples</source>
        <translation>重抽样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="59" />
        <source>Draw other samples: the next seed.</source>
        <translation>用下一个种子重新抽取样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="61" />
        <source>Nothing is drawn here: another seed would give the same samples.</source>
        <translation>这里没有随机抽取：换种子得到的样本也一样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="67" />
        <source>New samples, seed {number}</source>
        <translation>重抽样本，种子 {number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="73" />
        <location filename="../../nnviz/views/setup/data_section.py" line="72" />
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="74" />
        <source>The samples to learn. Number of outputs, output activation and loss follow the data where they must.</source>
        <translation>要学习的样本。必要时，输出单元数、输出激活和损失会随数据而变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="81" />
        <source>How noisy the samples are; what that does is in the data set's own help.</source>
        <translation>样本的噪声有多大；具体作用见该数据集的说明。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="82" />
        <source>Noise, %</source>
        <translation>噪声 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="82" />
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="86" />
        <source>Share of the samples that is kept from training and only measured.</source>
        <translation>不参与训练、只用于评估的样本所占的比例。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="87" />
        <source>Test share, %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="87" />
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="91" />
        <source>How many samples are made, for training and for testing together.</source>
        <translation>总共生成多少个样本，包括训练和测试。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="92" />
        <location filename="../../nnviz/views/setup/data_section.py" line="92" />
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="96" />
        <source>Which random numbers the samples and their split are drawn from: the same seed, the same samples.</source>
        <translation>样本及其划分所用的随机数：种子相同，样本就相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="99" />
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/data_section.py" line="99" />
        <source>Seed of the samples</source>
        <translation>样本种子</translation>
    </message>
</context><context>
    <name>Documents</name>
    <message>
        <location filename="../../nnviz/documents.py" line="45" />
        <source>Open scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="52" />
        <location filename="../../nnviz/documents.py" line="45" />
        <source>Scenarios (*.json)</source>
        <translation>场景 (*.json)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="52" />
        <source>Save scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="62" />
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="62" />
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="64" />
        <source>the folder or the kind of picture is not one that can be written</source>
        <translation>该文件夹或图片格式无法写入</translation>
    </message>
    <message>
        <location filename="../../nnviz/documents.py" line="67" />
        <source>%1 was not saved: %2</source>
        <translation>%1 未能保存：%2</translation>
    </message>
</context><context>
    <name>EditBar</name>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="38" />
        <source>Give the selected sample the next class (L)</source>
        <translation>把所选样本改为下一个类别 (L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="39" />
        <source>Remove the selected sample (Delete)</source>
        <translation>删除所选样本 (Delete)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="81" />
        <source>Click adds · drag moves · right click for more</source>
        <translation>点击添加 · 拖动移动 · 右键更多</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="83" />
        <source>Drag moves · right click for more; a new sample would have no target</source>
        <translation>拖动移动 · 右键更多；新增的样本没有目标值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/edit_bar.py" line="100" />
        <source>New samples are of class %1</source>
        <translation>新样本属于类别 %1</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../../nnviz/views/breakpoints/fields.py" line="75" />
        <source>any weight</source>
        <translation>任一权重</translation>
    </message>
</context><context>
    <name>HelpPanel</name>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="20" />
        <source>Keys and words</source>
        <translation>按键与术语</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="44" />
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="44" />
        <source>one equation of the update's program; the lit one has just run</source>
        <translation>更新程序中的一个算式；高亮的一行刚刚运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="45" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="45" />
        <source>one change of the parameters: the program from its first line to its last</source>
        <translation>参数改变一次：把程序从第一行运行到最后一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="46" />
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="46" />
        <source>one pass over the training data</source>
        <translation>把训练数据全部用过一遍（epoch）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="47" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="47" />
        <source>one input with its target: a column of X</source>
        <translation>一个输入及其目标：X 的一列</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="48" />
        <source>how a sample's loss changes with a unit's weighted input: ∂L/∂Z</source>
        <translation>样本的损失随单元加权输入的变化率：∂L/∂Z</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="49" />
        <source>hatching</source>
        <translation>斜线填充</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="49" />
        <source>not computed: no line has written this value yet; it is not 0</source>
        <translation>尚未计算：还没有哪一行写出这个值；它不是 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="50" />
        <source>amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="50" />
        <source>now: the line that has just run and what it wrote</source>
        <translation>此刻：刚运行的那一行和它写出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="51" />
        <source>blue and orange</source>
        <translation>蓝色与橙色</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/help_panel.py" line="51" />
        <source>positive and negative; grey is zero</source>
        <translation>正与负；灰色为零</translation>
    </message>
</context><context>
    <name>HiddenRow</name>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="48" />
        <source>Whole numbers from 1 to {high}, separated by commas; empty for no hidden layer</source>
        <translation>1 到 {high} 的整数，用逗号分隔；留空则没有隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="53" />
        <location filename="../../nnviz/views/setup/hidden_row.py" line="52" />
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="54" />
        <source>Units of each hidden layer, from the input to the output, like “3” or “8, 8”.</source>
        <translation>从输入到输出，各隐藏层的单元数，如“3”或“8, 8”。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="101" />
        <location filename="../../nnviz/views/setup/hidden_row.py" line="59" />
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="63" />
        <source>per layer</source>
        <translation>逐层设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/hidden_row.py" line="64" />
        <source>Units and activation of each hidden layer</source>
        <translation>每个隐藏层的单元数和激活函数</translation>
    </message>
</context><context>
    <name>InspectorPanel</name>
    <message>
        <location filename="../../nnviz/views/inspector/page.py" line="77" />
        <source>Run a line, or click a number: its equation stands here, with its numbers.</source>
        <translation>运行一行，或点击一个数：这里会写出它的算式，并代入具体数值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page.py" line="133" />
        <source>Back to %1 (Backspace)</source>
        <translation>回到 %1 (Backspace)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page.py" line="176" />
        <source>… %1 more</source>
        <translation>… 另 %1 项</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/page.py" line="185" />
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="18" />
        <source>What %1 adds up for %2: its weights times what they are given, plus its bias.</source>
        <translation>%1对%2的加权输入：各权重乘以对应的输入，相加后再加偏置。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="26" />
        <source>Above 0: the unit is on.</source>
        <translation>大于 0：单元开启。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="27" />
        <source>Not above 0: the unit is off.</source>
        <translation>不大于 0：单元关闭。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="34" />
        <source>What %1 passes on for %2.</source>
        <translation>%1对%2传出的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="40" />
        <source>It is flat here: nothing passes back.</source>
        <translation>这里斜率为 0：没有梯度传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="42" />
        <source>It is nearly flat here: next to nothing passes back.</source>
        <translation>这里几乎是平的：几乎没有梯度传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="49" />
        <source>The network's answer for %1.</source>
        <translation>网络对%1的预测。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="51" />
        <source>The network's answer for %1 at %2.</source>
        <translation>网络的%2对%1的预测。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="57" />
        <source>It is beyond the margin: it costs nothing.</source>
        <translation>它已越过间隔：不产生损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="59" />
        <source>It is just what it should be.</source>
        <translation>它恰好等于目标。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="61" />
        <source>It is %1 below its target.</source>
        <translation>它比目标低 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="63" />
        <source>It is %1 above its target.</source>
        <translation>它比目标高 %1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="70" />
        <source>The penalty on large weights.</source>
        <translation>对大权重的惩罚。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="72" />
        <source>Loss and penalty together: what the update is to lower.</source>
        <translation>损失与惩罚之和：更新要降低的就是它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="75" />
        <source>The loss of %1.</source>
        <translation>%1的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_forward.py" line="76" />
        <source>The mean loss of the batch's %1 samples.</source>
        <translation>本批 %1 个样本的平均损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words.py" line="61" />
        <source>Not computed yet: run to line %1.</source>
        <translation>尚未计算：运行到第 %1 行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words.py" line="66" />
        <source>Not a finite number: nothing can be learned from here on.</source>
        <translation>不是有限数：从这里起学不到任何东西。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words.py" line="68" />
        <source>Not finite, although every number that it comes from is: it went wrong in this line.</source>
        <translation>不是有限数，而算它所用的数都是：问题就出在这一行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words.py" line="71" />
        <source>Not finite, because a number that it comes from is not: follow that one.</source>
        <translation>不是有限数，因为算它所用的某个数不是：请顺着那个数查下去。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="26" />
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="33" />
        <source>input %1</source>
        <translation>%1号输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="35" />
        <source>the output</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="37" />
        <source>output %1</source>
        <translation>%1号输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="39" />
        <source>hidden unit %1</source>
        <translation>%1号隐藏单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="40" />
        <source>unit %1 of layer %2</source>
        <translation>第%2层%1号单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="46" />
        <source>sample %1</source>
        <translation>%1号样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="54" />
        <source>the bias of %1</source>
        <translation>%1的偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/names.py" line="56" />
        <source>the weight from %1 to %2</source>
        <translation>从%1到%2的权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="43" />
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="60" />
        <source>Explanation of a number</source>
        <translation>一个数的解释</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="66" />
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="73" />
        <source>Copy as numpy</source>
        <translation>复制为 numpy 代码</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="138" />
        <source>Copy all of %1 as numpy (Ctrl+Shift+C)</source>
        <translation>把整个 %1 复制为 numpy 代码 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="190" />
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="191" />
        <source>Copy number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/panel.py" line="194" />
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="34" />
        <location filename="../../nnviz/views/inspector/words_backward.py" line="19" />
        <source>Which way and how hard %1 pulls %2.</source>
        <translation>%1把%2往哪边拉、拉得多用力。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="21" />
        <source>%1 pulls %2 up: a larger z would lower its loss.</source>
        <translation>%1把%2往上拉：z 增大会降低它的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="23" />
        <source>%1 pulls %2 down: a larger z would raise its loss.</source>
        <translation>%1把%2往下拉：z 增大会升高它的损失。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="62" />
        <location filename="../../nnviz/views/inspector/words_backward.py" line="25" />
        <source>%1 does not pull %2 either way.</source>
        <translation>%1对%2没有拉力。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="49" />
        <source>%1 pulls %2 up; the weight %3 passes that on.</source>
        <translation>%1把%2往上拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="51" />
        <source>%1 pulls %2 down; the weight %3 passes that on.</source>
        <translation>%1把%2往下拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="60" />
        <source>The slope of %2 is 0: nothing passes back through it.</source>
        <translation>%2的斜率为 0：没有梯度能从它传回。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="66" />
        <source>So %1 pulls %2 up.</source>
        <translation>所以%1把%2往上拉。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="68" />
        <source>So %1 pulls %2 down.</source>
        <translation>所以%1把%2往下拉。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="71" />
        <source>So %1 pulls %2 up, scaled by its slope %3.</source>
        <translation>所以%1把%2往上拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="73" />
        <source>So %1 pulls %2 down, scaled by its slope %3.</source>
        <translation>所以%1把%2往下拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="81" />
        <source>How steeply the loss rises with %1.</source>
        <translation>损失随%1上升得有多快。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="83" />
        <source>The loss rises with %1, so gradient descent lowers it.</source>
        <translation>%1增大则损失上升，所以梯度下降会把它调小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="85" />
        <source>The loss falls with %1, so gradient descent raises it.</source>
        <translation>%1增大则损失下降，所以梯度下降会把它调大。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="87" />
        <source>The loss does not change with %1.</source>
        <translation>损失不随%1变化。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_backward.py" line="93" />
        <source>The penalty's part of the gradient of %1: it draws the weight towards 0.</source>
        <translation>%1的梯度中来自惩罚项的部分：它把权重拉向 0。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="18" />
        <source>%1 of %2. It is data: no line computes it.</source>
        <translation>%2的%1。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="20" />
        <source>What %1 should be for %2. It is data: no line computes it.</source>
        <translation>%1对%2应给出的值。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="28" />
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="33" />
        <source>%1: this update left it as it was.</source>
        <translation>%1：这次更新没有改变它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="35" />
        <source>%1: this update raised it by %2.</source>
        <translation>%1：这次更新使它增大了 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="37" />
        <source>%1: this update lowered it by %2.</source>
        <translation>%1：这次更新使它减小了 %2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="45" />
        <source>its value at the start.</source>
        <translation>起始时的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="47" />
        <source>its value after update %1.</source>
        <translation>第 %1 次更新后的值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="50" />
        <source>It is not trained.</source>
        <translation>它不参与训练。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="51" />
        <source>Line %1 changes it.</source>
        <translation>第 %1 行会改变它。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="59" />
        <source>Running mean of the squared gradients of %1: the larger, the smaller its steps.</source>
        <translation>%1的梯度平方的滑动平均：它越大，步子越小。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="63" />
        <source>Running mean of the gradients of %1.</source>
        <translation>%1的梯度的滑动平均。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/inspector/words_state.py" line="65" />
        <source>Velocity of %1: its gradients added up, old ones fading.</source>
        <translation>%1的速度：历次梯度的累加，越早的影响越小。</translation>
    </message>
</context><context>
    <name>LayerEditor</name>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="133" />
        <source>add layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="161" />
        <source>One more hidden layer, like the last one, before the output.</source>
        <translation>在输出层之前再加一个隐藏层，与最后一个隐藏层相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="171" />
        <source>Layer {number}: {what}</source>
        <translation>第 {number} 层：{what}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="176" />
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="180" />
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
</context><context>
    <name>LayerRow</name>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="59" />
        <source>Units of layer {number}</source>
        <translation>第 {number} 层的单元数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="62" />
        <source>Activation of layer {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="70" />
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="96" />
        <source>Units of this layer.</source>
        <translation>这一层的单元数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/layer_editor.py" line="99" />
        <source>Activation of this layer's units.</source>
        <translation>这一层各单元的激活函数。</translation>
    </message>
</context><context>
    <name>Legend</name>
    <message>
        <location filename="../../nnviz/views/widgets/legend.py" line="36" />
        <source>Orange is negative, grey is zero, blue is positive</source>
        <translation>橙色为负，灰色为零，蓝色为正</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/legend.py" line="41" />
        <source>Orange is 0, grey is one half, blue is 1</source>
        <translation>橙色为 0，灰色为 ½，蓝色为 1</translation>
    </message>
</context><context>
    <name>LossPanel</name>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="57" />
        <location filename="../../nnviz/views/loss/words.py" line="36" />
        <location filename="../../nnviz/views/loss/words.py" line="19" />
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="62" />
        <location filename="../../nnviz/views/loss/words.py" line="40" />
        <location filename="../../nnviz/views/loss/words.py" line="21" />
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="43" />
        <location filename="../../nnviz/views/loss/words.py" line="25" />
        <source>accuracy {0} of {1}</source>
        <translation>准确率 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="60" />
        <location filename="../../nnviz/views/loss/words.py" line="38" />
        <source>with the penalty {0}</source>
        <translation>加惩罚 {0}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="46" />
        <source>test accuracy {0} of {1}</source>
        <translation>测试准确率 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="54" />
        <source>after update {0} · epoch {1}</source>
        <translation>更新 {0} 之后 · 轮 {1}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="64" />
        <source>accuracy {0} %</source>
        <translation>准确率 {0} %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="67" />
        <source>test accuracy {0} %</source>
        <translation>测试准确率 {0} %</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="87" />
        <source>1 point = {0} updates</source>
        <translation>每点 {0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="89" />
        <source>1 point = {0} epochs</source>
        <translation>每点 {0} 轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="91" />
        <source>band: {0} updates</source>
        <translation>色带：{0} 次更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/words.py" line="97" />
        <source>not finite after update {0}</source>
        <translation>第 {0} 次更新后不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="95" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="103" />
        <source>Loss over the updates; + and − zoom, ← and → move along, 0 follows the run</source>
        <translation>损失随更新的变化；+ 和 − 缩放，← 和 → 平移，0 跟随运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="115" />
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="116" />
        <source>Show the whole run and go on with it (0, or a double click on the plot)</source>
        <translation>显示整个运行过程并继续跟随（按 0，或双击图）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="120" />
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="121" />
        <source>Draw the share of training samples that are classified rightly</source>
        <translation>画出分类正确的训练样本所占的比例</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="124" />
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/panel.py" line="124" />
        <source>log</source>
        <translation>对数</translation>
    </message>
</context><context>
    <name>LossPlot</name>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="41" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="52" />
        <source>The curve grows with every update.</source>
        <translation>每次更新，曲线就延长一点。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/placing.py" line="55" />
        <source>0 is below the axis</source>
        <translation>0 在坐标轴之下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/loss/canvas.py" line="59" />
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>MatricesPanel</name>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="37" />
        <source>the largest in magnitude of rows %1 to %2, columns %3 to %4</source>
        <translation>第 %1–%2 行、第 %3–%4 列中绝对值最大的数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="44" />
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="59" />
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="65" />
        <source>by how much this update changed %1</source>
        <translation>这次更新使 %1 改变了多少</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="68" />
        <source>the inputs of the batch's samples</source>
        <translation>本批样本的输入</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="70" />
        <source>the targets of the batch's samples</source>
        <translation>本批样本的目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="73" />
        <source>no line of the program changes it</source>
        <translation>程序中没有哪一行改变它</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tips.py" line="75" />
        <source>line %1:  %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="49" />
        <source>Layer whose matrices are shown</source>
        <translation>显示哪一层的矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="123" />
        <location filename="../../nnviz/views/matrices/panel.py" line="112" />
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="112" />
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="115" />
        <source>output, %1</source>
        <translation>输出层，%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/panel.py" line="115" />
        <source>hidden, %1</source>
        <translation>隐藏层，%1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tabs.py" line="18" />
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/tabs.py" line="36" />
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/matrices/item.py" line="40" />
        <source>%1, shown %2</source>
        <translation>%1，显示比例 %2</translation>
    </message>
</context><context>
    <name>MatrixCanvas</name>
    <message>
        <location filename="../../nnviz/views/matrices/interaction.py" line="58" />
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
</context><context>
    <name>Menus</name>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="19" />
        <source>S&amp;cenarios</source>
        <translation>场景(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="20" />
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="21" />
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="22" />
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="25" />
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="26" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="32" />
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="38" />
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/menus.py" line="39" />
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context><context>
    <name>NetworkCanvas</name>
    <message>
        <location filename="../../nnviz/views/network/canvas.py" line="79" />
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
</context><context>
    <name>NetworkPanel</name>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="70" />
        <location filename="../../nnviz/views/network/names.py" line="43" />
        <source>input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="104" />
        <location filename="../../nnviz/views/network/names.py" line="51" />
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="55" />
        <source>all %2</source>
        <translation>全部 %2 条</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="57" />
        <source>%1 strongest of %2</source>
        <translation>最强 %1 条，共 %2 条</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="72" />
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/names.py" line="73" />
        <source>hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="48" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="57" />
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="57" />
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="57" />
        <source>last change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="59" />
        <source>What the edges show</source>
        <translation>连线表示什么</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="63" />
        <location filename="../../nnviz/views/network/panel.py" line="106" />
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/panel.py" line="106" />
        <source>sample %1, not in this update's batch</source>
        <translation>样本 %1，不在这次更新的批中</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="32" />
        <source>Click: show this layer's matrices</source>
        <translation>点击：显示这一层的矩阵</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="44" />
        <source>%1, unit %2</source>
        <translation>%1，单元 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="55" />
        <source>Colour of the unit: orange %1 to blue %2</source>
        <translation>单元的颜色：橙 %1 到蓝 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="64" />
        <source>Sample %1 is not in this update's batch: z and a are computed for it with the parameters as they stand, and it has no δ.</source>
        <translation>样本 %1 不在这次更新的批中：它的 z 和 a 按当前参数计算，没有 δ。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="73" />
        <source>Click: explain the bias</source>
        <translation>点击：解释这个偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="75" />
        <source>Click: explain this δ</source>
        <translation>点击：解释这个 δ</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="77" />
        <source>Click: select the target</source>
        <translation>点击：选择这个目标</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="78" />
        <source>Click: select this unit</source>
        <translation>点击：选择这个单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/network/tooltips.py" line="86" />
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
</context><context>
    <name>NetworkSection</name>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="48" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="49" />
        <source>new weights</source>
        <translation>重抽权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="129" />
        <location filename="../../nnviz/views/setup/network_section.py" line="129" />
        <location filename="../../nnviz/views/setup/network_section.py" line="59" />
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="134" />
        <location filename="../../nnviz/views/setup/network_section.py" line="134" />
        <location filename="../../nnviz/views/setup/network_section.py" line="61" />
        <source>Initial biases</source>
        <translation>初始偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="92" />
        <source>Draw other weights: the next seed.</source>
        <translation>用下一个种子重新抽取权重。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="94" />
        <source>Nothing is drawn here: another seed would give the same weights.</source>
        <translation>这里没有随机抽取：换种子得到的权重也一样。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="100" />
        <source>New weights, seed {number}</source>
        <translation>重抽权重，种子 {number}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="104" />
        <source>What every hidden unit makes of its weighted input.</source>
        <translation>每个隐藏单元如何变换它的加权输入。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="105" />
        <source>Hidden</source>
        <translation>隐藏激活</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="105" />
        <source>Hidden activation</source>
        <translation>隐藏层激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="109" />
        <source>What an output unit makes of its weighted input. A loss that does not suit it is changed too.</source>
        <translation>输出单元如何变换它的加权输入。不相配的损失会一并更换。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="112" />
        <source>Output</source>
        <translation>输出激活</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="112" />
        <source>Output activation</source>
        <translation>输出层激活函数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="116" />
        <source>How many output units there are: one for two classes, or one for each class or target.</source>
        <translation>有多少个输出单元：两个类别用一个，或者每个类别、每个目标各一个。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="117" />
        <location filename="../../nnviz/views/setup/network_section.py" line="117" />
        <source>Outputs</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="121" />
        <source>Which random numbers the initial parameters are drawn from: the same seed, the same weights.</source>
        <translation>抽取初始参数所用的随机数：种子相同，权重就相同。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="124" />
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="124" />
        <source>Seed of the weights</source>
        <translation>权重种子</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="128" />
        <source>How the weights are drawn that the network starts with.</source>
        <translation>网络的初始权重如何抽取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="133" />
        <source>How the biases are drawn that the network starts with.</source>
        <translation>网络的初始偏置如何抽取。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="138" />
        <source>Which of numpy's generators draws: the legacy one gives the numbers of older code.</source>
        <translation>用 numpy 的哪个生成器抽取：旧版可得到与早期代码相同的数。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/network_section.py" line="139" />
        <location filename="../../nnviz/views/setup/network_section.py" line="139" />
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
</context><context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="117" />
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="120" />
        <location filename="../../nnviz/views/widgets/notice_bar.py" line="119" />
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context><context>
    <name>NumberField</name>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="107" />
        <source>A whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="108" />
        <source>A number from {low} to {high}, like 0.5, 1/3 or 1e-3</source>
        <translation>{low} 到 {high} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="111" />
        <source>A whole number, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="112" />
        <source>A number, {low} or more, like 0.5, 1/3 or 1e-3</source>
        <translation>不小于 {low} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="114" />
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/widgets/number_field.py" line="115" />
        <source>A number, like 0.5, 1/3 or 1e-3</source>
        <translation>一个数，如 0.5、1/3 或 1e-3</translation>
    </message>
</context><context>
    <name>Panel</name>
    <message>
        <location filename="../../nnviz/views/panel.py" line="152" />
        <source>Hide this panel; the View menu shows it again</source>
        <translation>隐藏此面板；可在“视图”菜单中重新显示</translation>
    </message>
</context><context>
    <name>ProgramPanel</name>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="44" />
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="46" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="48" />
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="50" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="76" />
        <source>reads %1 · writes %2</source>
        <translation>读 %1 · 写 %2</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="80" />
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="85" />
        <source>Click: select the line and what it writes</source>
        <translation>点击：选择这一行和它写出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="93" />
        <source>Click: stop runs after line %1 (F9)</source>
        <translation>点击：让运行在第 %1 行之后停下 (F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="95" />
        <source>Breakpoint: runs stop after line %1</source>
        <translation>断点：运行在第 %1 行之后停下</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="96" />
        <source>Shift+click: switch it off, and keep it (Ctrl+F9)</source>
        <translation>Shift+点击：停用但保留 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="98" />
        <source>Breakpoint on line %1, switched off</source>
        <translation>第 %1 行的断点，已停用</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="99" />
        <source>Shift+click: switch it on (Ctrl+F9)</source>
        <translation>Shift+点击：启用 (Ctrl+F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="100" />
        <source>Click: take it away (F9)</source>
        <translation>点击：取消断点 (F9)</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="106" />
        <source>columns are samples</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/texts.py" line="108" />
        <source>rows are samples</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/panel.py" line="44" />
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
</context><context>
    <name>ProgramRows</name>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="77" />
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="291" />
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="292" />
        <source>line %1: %2, %3</source>
        <translation>第 %1 行：%2，%3</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="294" />
        <source>breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/program/rows.py" line="294" />
        <source>breakpoint, switched off</source>
        <translation>断点，已停用</translation>
    </message>
</context><context>
    <name>RunSlider</name>
    <message>
        <location filename="../../nnviz/views/timeline/run_slider.py" line="47" />
        <source>The run so far</source>
        <translation>迄今的运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/run_slider.py" line="63" />
        <source>in the past · End returns to update %1</source>
        <translation>位于过去 · 按 End 回到更新 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/run_slider.py" line="171" />
        <source>after update %1</source>
        <translation>更新 %1 之后</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/run_slider.py" line="175" />
        <source>The run so far: drag to go back to any update, exactly as it was</source>
        <translation>迄今的运行：拖动可回到任意一次更新，与当时完全相同</translation>
    </message>
</context><context>
    <name>SampleMenu</name>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="52" />
        <source>Add a sample here</source>
        <translation>在这里添加样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="55" />
        <source>Edit data</source>
        <translation>编辑数据</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="58" />
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="65" />
        <source>Relabel as class %1</source>
        <translation>改为类别 %1</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="67" />
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/boundary/menu.py" line="67" />
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context><context>
    <name>Setup</name>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="33" />
        <source>Changing it keeps the network.</source>
        <translation>修改后网络保持不变。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="34" />
        <source>Changing it starts the network anew.</source>
        <translation>修改后网络重新开始训练。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="51" />
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="59" />
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="60" />
        <source>{change} (with it: {others})</source>
        <translation>{change}（随之改变：{others}）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="74" />
        <source>initial numbers drawn instead of given</source>
        <translation>初始参数由给定改为抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="80" />
        <source>1 output</source>
        <translation>1 个输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/words.py" line="81" />
        <source>{number} outputs</source>
        <translation>{number} 个输出单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="30" />
        <source>explicit samples</source>
        <translation>逐个给定的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="31" />
        <source>Samples written out one by one</source>
        <translation>逐个写出的样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="40" />
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="87" />
        <location filename="../../nnviz/views/setup/options.py" line="40" />
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="46" />
        <source>A single softmax output is always 1.</source>
        <translation>只有一个输出单元时，softmax 恒为 1。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="56" />
        <source>This loss is made for classes; these data have targets.</source>
        <translation>这个损失用于类别，而这些数据只有目标值。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="73" />
        <source>given numbers</source>
        <translation>给定值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="76" />
        <source>Numbers written in the scenario</source>
        <translation>写在场景中的数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="99" />
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="100" />
        <source>The samples as they stand, in every epoch</source>
        <translation>每一轮都按原来的次序取样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="104" />
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="105" />
        <source>Another order in each epoch, drawn from the scenario's seed</source>
        <translation>每一轮换一种次序，由场景的种子抽取</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="113" />
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/options.py" line="114" />
        <source>legacy</source>
        <translation>旧版</translation>
    </message>
</context><context>
    <name>SetupPanel</name>
    <message>
        <location filename="../../nnviz/views/setup/panel.py" line="44" />
        <source>Setup</source>
        <translation>设置</translation>
    </message>
</context><context>
    <name>SpeedSlider</name>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="29" />
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="35" />
        <source>Speed of a run</source>
        <translation>运行速度</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="62" />
        <source>Speed of a run: %1 (Ctrl++ and Ctrl+−)</source>
        <translation>运行速度：%1（Ctrl++ 与 Ctrl+−）</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="66" />
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/speed.py" line="67" />
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
</context><context>
    <name>StatusLine</name>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="20" />
        <source>each unit's weighted input: its weights times what comes in, plus its bias</source>
        <translation>各单元的加权输入：权重乘以传入的值，再加偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="21" />
        <source>each unit's activation: what it sends on</source>
        <translation>各单元的激活值：它传出的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="22" />
        <source>the loss: how wrong the outputs are, averaged over the batch</source>
        <translation>损失：输出错得有多离谱，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="23" />
        <source>the penalty on large weights</source>
        <translation>对大权重的惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="24" />
        <source>what is minimised: loss and penalty together</source>
        <translation>要最小化的量：损失加惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="25" />
        <source>how each sample's loss changes with each unit's weighted input</source>
        <translation>每个样本的损失随各单元加权输入的变化率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="26" />
        <source>the gradient of the weights, averaged over the batch</source>
        <translation>权重的梯度，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="27" />
        <source>the gradient of the biases, averaged over the batch</source>
        <translation>偏置的梯度，对整批取平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="28" />
        <source>the penalty's part of the gradient</source>
        <translation>梯度中来自惩罚项的部分</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="29" />
        <source>the weights move against their gradient</source>
        <translation>权重沿梯度的反方向移动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="30" />
        <source>the biases move against their gradient</source>
        <translation>偏置沿梯度的反方向移动</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="31" />
        <source>the optimiser's running mean of gradients</source>
        <translation>优化器对梯度的滑动平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="32" />
        <source>the optimiser's running mean of squared gradients</source>
        <translation>优化器对梯度平方的滑动平均</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="49" />
        <source>What computes the updates; updates per second and pictures per second while running</source>
        <translation>由什么计算更新；运行时还显示每秒更新次数和每秒画面数</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="79" />
        <source>Nothing of an update has run yet: → runs its first line, Space runs updates</source>
        <translation>这次更新还没有运行：按 → 运行第一行，按空格键连续运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="93" />
        <source>%1 engine</source>
        <translation>%1 引擎</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="98" />
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/status.py" line="99" />
        <source>%1 frames/s</source>
        <translation>%1 帧/秒</translation>
    </message>
</context><context>
    <name>Stops</name>
    <message>
        <location filename="../../nnviz/views/stops.py" line="24" />
        <source>Stopped at a breakpoint in update %1: %2.</source>
        <translation>在第 %1 次更新中停于断点：%2。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/stops.py" line="26" />
        <source>Stopped at a breakpoint in update %1, line %3: %2.</source>
        <translation>在第 %1 次更新第 %3 行停于断点：%2。</translation>
    </message>
</context><context>
    <name>TimelineBar</name>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="51" />
        <source>%1 of %2 in this epoch</source>
        <translation>本轮第 %1 / %2 次</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/readout.py" line="66" />
        <source>epoch %1 · update %2 · line %3 / %4</source>
        <translation>轮 %1 · 更新 %2 · 行 %3 / %4</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/bar.py" line="70" />
        <source>Where the run stands</source>
        <translation>运行到了哪里</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/bar.py" line="237" />
        <source>The lines of one update, and how many of them have run</source>
        <translation>一次更新的各行，以及已运行到哪一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/bar.py" line="242" />
        <source>Click: run on to this line</source>
        <translation>点击：继续运行到这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/bar.py" line="242" />
        <source>Click: run to this line of the next update</source>
        <translation>点击：运行到下一次更新的这一行</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/timeline/bar.py" line="246" />
        <source>Passes over the training data, updates, and how many lines of this update have run</source>
        <translation>训练的轮数、更新次数，以及这次更新已运行的行数</translation>
    </message>
</context><context>
    <name>TrainBiasesRow</name>
    <message>
        <location filename="../../nnviz/views/setup/check_row.py" line="31" />
        <source>Train biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/check_row.py" line="32" />
        <source>Whether updates move the biases. When off, they stay as they are and have no lines in the update.</source>
        <translation>更新是否改变偏置。关闭时偏置保持不变，更新中也没有它们的行。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/check_row.py" line="57" />
        <source>Train the biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/check_row.py" line="57" />
        <source>Leave the biases as they are</source>
        <translation>不训练偏置</translation>
    </message>
</context><context>
    <name>TrainingSection</name>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="55" />
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="85" />
        <source>What training makes small. An output that does not suit it is changed too.</source>
        <translation>训练要减小的量。不相配的输出激活会一并更换。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="86" />
        <location filename="../../nnviz/views/setup/training_section.py" line="86" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="90" />
        <source>How the gradients move the parameters. What another one has gathered starts at zero.</source>
        <translation>梯度如何改变参数。更换后，优化器的累积量从零开始。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="91" />
        <location filename="../../nnviz/views/setup/training_section.py" line="91" />
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="95" />
        <source>How far an update goes along the gradient. Up and Down double and halve it.</source>
        <translation>一次更新沿梯度走多远。按上、下键加倍或减半。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="96" />
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="96" />
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="103" />
        <source>Momentum: how much of its velocity a parameter keeps from update to update.</source>
        <translation>动量：参数在相邻两次更新之间保留多少速度。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="106" />
        <location filename="../../nnviz/views/setup/training_section.py" line="104" />
        <source>How much of the mean of squared gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度平方的平均保留多少。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="105" />
        <source>How much of the mean of gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度的平均保留多少。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="107" />
        <source>Keeps the division by the root of the mean of squares finite.</source>
        <translation>防止除以均方根时分母为零。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="111" />
        <source>In which order an epoch takes the samples.</source>
        <translation>一轮之中按什么次序取样本。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="112" />
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="112" />
        <source>Order of the samples</source>
        <translation>样本次序</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="116" />
        <source>What is added to the loss for large weights (regularisation); biases are never penalised.</source>
        <translation>因权重大而加到损失上的量（正则化）；偏置从不受罚。</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="117" />
        <location filename="../../nnviz/views/setup/training_section.py" line="117" />
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/setup/training_section.py" line="121" />
        <source>How strong the penalty is.</source>
        <translation>惩罚的强度。</translation>
    </message>
</context><context>
    <name>TransportBar</name>
    <message>
        <location filename="../../nnviz/views/window/transport.py" line="49" />
        <source>Transport</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/transport.py" line="87" />
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../nnviz/views/window/transport.py" line="88" />
        <source>Choose a scenario: data, network and settings</source>
        <translation>选择场景：数据、网络和设置</translation>
    </message>
</context><context>
    <name>model</name>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="95" />
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="96" />
        <source>Good for biases; hidden units whose weights start alike stay alike</source>
        <translation>适合偏置；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="102" />
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="103" />
        <source>One number everywhere; hidden units whose weights start alike stay alike</source>
        <translation>处处是同一个数；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="106" />
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="112" />
        <source>uniform ±ε</source>
        <translation>均匀分布 ±ε</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="113" />
        <source>Every number between −ε and ε is as likely</source>
        <translation>−ε 到 ε 之间每个数的可能性相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="121" />
        <source>normal × scale</source>
        <translation>正态分布 × 尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="122" />
        <source>Bell-shaped about zero; the scale is its standard deviation</source>
        <translation>以零为中心的钟形分布；尺度就是标准差</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="125" />
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="131" />
        <source>Glorot, uniform</source>
        <translation>Glorot 均匀分布</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="132" />
        <source>Keeps the signal's size from layer to layer, with tanh and sigmoid</source>
        <translation>配合 tanh、sigmoid，使信号逐层大小不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="139" />
        <source>He, normal</source>
        <translation>He 正态分布</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/initialisers.py" line="140" />
        <source>Keeps the signal's size from layer to layer, with ReLU</source>
        <translation>配合 ReLU，使信号逐层大小不变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="79" />
        <source>the result is larger than a number can be (1.8e308)</source>
        <translation>结果超出浮点数的上限 (1.8e308)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="80" />
        <source>the sum of {terms} terms is larger than a number can be; the largest is {largest}</source>
        <translation>{terms} 项之和超出浮点数的上限；最大的一项是 {largest}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="81" />
        <source>{left} times {right} is larger than a number can be</source>
        <translation>{left} 乘以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="82" />
        <source>{left} and {right} together are larger than a number can be</source>
        <translation>{left} 与 {right} 合起来超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="83" />
        <source>the square of {value} is larger than a number can be</source>
        <translation>{value} 的平方超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="84" />
        <source>the square root of {value}, which is negative, is no number</source>
        <translation>{value} 是负数，它的平方根不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="85" />
        <source>0 divided by 0 is no number</source>
        <translation>0 除以 0 不是数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="86" />
        <source>{left} is divided by 0</source>
        <translation>{left} 除以了 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="87" />
        <source>{left} divided by {right} is larger than a number can be</source>
        <translation>{left} 除以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="88" />
        <source>the loss takes the logarithm of 0, because {cell} is exactly {value}</source>
        <translation>损失要取 0 的对数，因为 {cell} 恰好等于 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="89" />
        <source>the loss takes the logarithm of a number below 0, because {cell} = {value}</source>
        <translation>损失要取负数的对数，因为 {cell} = {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="92" />
        <source>the loss of {cell} = {value} is larger than a number can be</source>
        <translation>{cell} = {value} 的损失超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="93" />
        <source>e to the power of {value} is larger than a number can be</source>
        <translation>e 的 {value} 次方超出浮点数的上限</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="194" />
        <source>this loss is for outputs between 0 and 1, ends excluded: use it with the activation made for it</source>
        <translation>这个损失要求输出在 0 与 1 之间（不含两端）：请与配套的激活函数一起使用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="205" />
        <source>the weights have run away: {symbol} has come to {value}; a learning rate below {eta} may help</source>
        <translation>权重失控：{symbol} 已达 {value}；学习率小于 {eta} 也许有用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="215" />
        <source>the inputs are as large as {value}: scaling the data may help</source>
        <translation>输入大到 {value}：缩放数据也许有用</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="218" />
        <source>the initial weights {symbol} are as large as {value}</source>
        <translation>初始权重 {symbol} 大到 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/nonfinite.py" line="231" />
        <source>the learning rate {eta} times the gradient of {symbol} is {value}</source>
        <translation>学习率 {eta} 乘以 {symbol} 的梯度，等于 {value}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/penalties.py" line="45" />
        <source>L1: λ Σ|w|</source>
        <translation>L1：λ Σ|w|</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/penalties.py" line="52" />
        <source>L2: λ/2 Σw²</source>
        <translation>L2：λ/2 Σw²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="130" />
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="133" />
        <source>sigmoid σ</source>
        <translation>sigmoid σ</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="143" />
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="147" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="158" />
        <source>leaky ReLU</source>
        <translation>泄漏 ReLU</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="169" />
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/activations.py" line="179" />
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session.py" line="15" />
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session.py" line="16" />
        <source>Rename branch</source>
        <translation>重命名分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/session.py" line="17" />
        <source>Discard branch</source>
        <translation>丢弃分支</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="141" />
        <source>half squared error ½Σ(a − y)²</source>
        <translation>半平方误差 ½Σ(a − y)²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="149" />
        <source>squared error Σ(a − y)²</source>
        <translation>平方误差 Σ(a − y)²</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="157" />
        <source>mean squared error Σ(a − y)²/n</source>
        <translation>均方误差 Σ(a − y)²/n</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="165" />
        <source>binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]</source>
        <translation>二元交叉熵 −Σ[y ln a + (1−y) ln(1−a)]</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="176" />
        <source>categorical cross-entropy −Σ y ln a</source>
        <translation>多类交叉熵 −Σ y ln a</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/losses.py" line="189" />
        <source>hinge Σ max(0, 1 − y·a)</source>
        <translation>合页损失 Σ max(0, 1 − y·a)</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/optimisers.py" line="120" />
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/optimisers.py" line="128" />
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/optimisers.py" line="136" />
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/optimisers.py" line="144" />
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/optimisers.py" line="152" />
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/history/editing.py" line="34" />
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/units.py" line="46" />
        <source>unit {unit} of layer {layer} is saturated for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都饱和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/units.py" line="65" />
        <source>unit {unit} of layer {layer} gives 0 for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都给出 0</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/units.py" line="89" />
        <source>units {unit} and {other} of layer {layer} have the same weights and bias</source>
        <translation>第 {layer} 层 {unit} 号与 {other} 号单元的权重和偏置相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/sizes.py" line="71" />
        <source>|{cell}| = {value} is above {bound}</source>
        <translation>|{cell}| = {value}，大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/sizes.py" line="87" />
        <source>max |{symbol}| = {value} is below {bound}</source>
        <translation>max |{symbol}| = {value}，小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/sizes.py" line="113" />
        <source>the update changes {symbol} by {value} of its size, outside {low} to {high}</source>
        <translation>这次更新使 {symbol} 的改变量为其大小的 {value} 倍，不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/sizes.py" line="140" />
        <source>{cell} = {value}: the first number that is not finite</source>
        <translation>{cell} = {value}：第一个不是有限数的值</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/custom.py" line="40" />
        <source>{expression} holds</source>
        <translation>{expression} 成立</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/changes.py" line="45" />
        <source>{cell} changes its sign, from {before} to {after}</source>
        <translation>{cell} 变号，从 {before} 变为 {after}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/changes.py" line="75" />
        <source>sample {sample} goes from class {before} to class {after}</source>
        <translation>样本 {sample} 的预测从类别 {before} 变为类别 {after}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/places.py" line="30" />
        <source>line {line} has run: {symbol}</source>
        <translation>第 {line} 行（{symbol}）已运行</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/places.py" line="48" />
        <source>epoch {epoch} has begun</source>
        <translation>第 {epoch} 轮已开始</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="93" />
        <source>line {symbol}</source>
        <translation>行 {symbol}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="94" />
        <source>a number is not finite</source>
        <translation>有数不是有限数</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="95" />
        <source>the loss rises {times} times in a row</source>
        <translation>损失连续上升 {times} 次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="96" />
        <source>the loss is below {bound}</source>
        <translation>损失小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="97" />
        <source>the loss is above {bound}</source>
        <translation>损失大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="98" />
        <source>|{quantity}| is above {bound}</source>
        <translation>|{quantity}| 大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="99" />
        <source>|{quantity}| is below {bound}</source>
        <translation>|{quantity}| 小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="101" />
        <source>‖ΔW‖/‖W‖ is outside {low} to {high}</source>
        <translation>‖ΔW‖/‖W‖ 不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="103" />
        <source>a hidden unit is saturated</source>
        <translation>有隐藏单元饱和</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="104" />
        <source>a ReLU unit is dead</source>
        <translation>有死亡 ReLU 单元</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="105" />
        <source>two units are identical</source>
        <translation>有两个单元相同</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="106" />
        <source>a weight changes its sign</source>
        <translation>有权重变号</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="107" />
        <source>sample {sample} changes its class</source>
        <translation>样本 {sample} 的预测类别改变</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="108" />
        <source>the accuracy reaches {accuracy}</source>
        <translation>准确率达到 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="109" />
        <source>epoch {epoch} is reached</source>
        <translation>到达第 {epoch} 轮</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/table.py" line="110" />
        <source>the expression {text} holds</source>
        <translation>表达式 {text} 成立</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/losses.py" line="53" />
        <source>{symbol} = {value} is below {bound}</source>
        <translation>{symbol} = {value}，小于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/losses.py" line="64" />
        <source>{symbol} = {value} is above {bound}</source>
        <translation>{symbol} = {value}，大于 {bound}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/losses.py" line="83" />
        <source>{symbol} = {value} has risen {times} times in a row</source>
        <translation>{symbol} = {value}，已连续上升 {times} 次</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/breakpoints/losses.py" line="101" />
        <source>the accuracy on the training samples is {value}, at least {accuracy}</source>
        <translation>训练样本上的准确率为 {value}，不低于 {accuracy}</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="29" />
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="30" />
        <source>fine</source>
        <translation>尚可</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="31" />
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/bands.py" line="32" />
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="83" />
        <source>±ε carries {cell} across the bend of its activation at 0</source>
        <translation>±ε 使 {cell} 越过激活函数在 0 处的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="88" />
        <source>±ε carries {cell} across the bend of the loss</source>
        <translation>±ε 使 {cell} 越过损失的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/checks/kinks.py" line="91" />
        <source>±ε carries {cell} across 0, where the penalty bends</source>
        <translation>±ε 使 {cell} 越过 0，即惩罚的折点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/edits.py" line="66" />
        <source>the last training sample</source>
        <translation>这是最后一个训练样本</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="33" />
        <source>XOR, four points</source>
        <translation>异或，四个点</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="34" />
        <source>The four corners of a square; noise jitters them</source>
        <translation>正方形的四个角；噪声使它们抖动</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="44" />
        <source>XOR, a cloud</source>
        <translation>异或，点云</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/xor.py" line="45" />
        <source>Four quadrants, opposite ones of one class; noise mixes the labels near the axes</source>
        <translation>四个象限，对角属于同一类；噪声使坐标轴附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/sine.py" line="20" />
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/sine.py" line="21" />
        <source>One period of a sine, to be fitted; noise is added to the targets</source>
        <translation>拟合一个周期的正弦；噪声加在目标值上</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/circle.py" line="26" />
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/circle.py" line="27" />
        <source>A disc inside a ring; noise mixes the labels near the edge</source>
        <translation>圆环里的圆盘；噪声使边缘附近的类别混杂</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/flower.py" line="29" />
        <source>planar flower</source>
        <translation>平面花瓣</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/flower.py" line="30" />
        <source>Petals of two classes, which no straight line parts; noise frays them</source>
        <translation>两类花瓣，直线分不开；噪声使花瓣变毛糙</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="31" />
        <source>spiral</source>
        <translation>双螺旋</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="32" />
        <source>Two arms wound about each other; noise moves the samples</source>
        <translation>两条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="41" />
        <source>spiral, three classes</source>
        <translation>三类螺旋</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/spiral.py" line="42" />
        <source>Three arms wound about each other; noise moves the samples</source>
        <translation>三条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/moons.py" line="28" />
        <source>two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/moons.py" line="29" />
        <source>Two interlocked crescents; noise frays them</source>
        <translation>两个互相咬合的月牙；噪声使它们变毛糙</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/gaussians.py" line="21" />
        <source>two gaussians</source>
        <translation>两团高斯</translation>
    </message>
    <message>
        <location filename="../../nnviz/model/data/gaussians.py" line="22" />
        <source>Two round clouds; noise spreads them into each other</source>
        <translation>两团圆形点云；噪声使它们互相渗透</translation>
    </message>
</context></TS>
