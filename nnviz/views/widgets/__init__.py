"""Small widgets that several views share."""

from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.legend import Legend
from nnviz.views.widgets.notice_bar import NoticeBar, NoticeKind
from nnviz.views.widgets.number_field import NumberField
from nnviz.views.widgets.segmented_control import SegmentedControl

__all__ = ["ElidedLabel", "Legend", "NoticeBar", "NoticeKind", "NumberField", "SegmentedControl"]
